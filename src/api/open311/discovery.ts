// GET discovery: which endpoints there are, in which formats, and how to get a key.
import type { Lang } from '#kit/phrase.ts'
import { open311Text } from '#text/open311.ts'
import { FORMATS, type Told } from './formats.ts'

/** When the list of services or what they ask last changed: clients that keep them look here. */
export const CHANGESET = '2026-11-22 09:00'

/** The document; `test` where nobody acts on what is reported, as in a demo. */
export function discovery(lang: Lang, publicUrl: string, test: boolean): Told {
  return {
    changeset: CHANGESET,
    contact: open311Text(lang).contact(publicUrl),
    key_service: open311Text(lang).keyService(publicUrl),
    endpoints: [{
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${publicUrl}/open311/v2`,
      changeset: CHANGESET,
      type: test ? 'test' : 'production',
      formats: [FORMATS.xml, FORMATS.json],
    }],
  }
}
