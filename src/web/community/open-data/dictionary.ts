// The data dictionary for programs: every file, every column, in both languages.
import type { Handler } from 'hono'
import type { Lang } from '#kit/phrase.ts'
import { columnTypeText, dataColumnText, dataSetText, openDataText } from '#text/open-data.ts'
import type { House } from '../../../house.ts'
import { communityAsked } from './asked.ts'
import { codesOf } from './codes.ts'
import { DATA_SETS, type DataSet } from './sets.ts'

/** What a column of a set means. */
export function meaningOf(lang: Lang, set: DataSet, column: string): string {
  const words: Readonly<Record<string, string>> = dataColumnText(lang)
  return words[`${set.name}.${column}`] ?? ''
}

/** GET /:community/open-data/dictionary.json */
export function dictionary(house: House): Handler {
  return async c => {
    const { slug, name } = await communityAsked(house, c)
    const both = (say: (lang: Lang) => string) => ({ zh: say('zh'), en: say('en') })
    const at = `${house.publicUrl}/${slug}/open-data`
    c.header('access-control-allow-origin', '*')
    return c.json({
      community: slug, name, licence: 'CC-BY-4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      never: both(lang => openDataText(lang).never), notes: both(lang => openDataText(lang).times),
      sets: DATA_SETS.map(set => ({
        name: set.name, title: both(lang => dataSetText(lang)[set.name]), csv: `${at}/${set.name}.csv`, json: `${at}/${set.name}.json`,
        columns: Object.entries(set.columns).map(([column, type]) => ({
          name: column, type, form: both(lang => columnTypeText(lang)[type]), meaning: both(lang => meaningOf(lang, set, column)),
          codes: Object.fromEntries(codesOf('zh', set.name, column)
            .map(([code, zh], i) => [code, { zh, en: codesOf('en', set.name, column)[i]?.[1] }])),
        })),
      })),
    })
  }
}
