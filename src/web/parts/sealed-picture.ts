// A picture that lies sealed among the files, opened for whoever may see it: shown, kept in no cache, and nothing in it runs.
import { NotFound } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import type { Secrets } from '#kit/secrets.ts'
import { SEALED } from '#modules/volunteers/public.ts'
import { frameText } from '#text/frame.ts'

/** What opens it. */
export interface Opener {
  readonly files: Pick<FileStore, 'open'>
  readonly secrets: Pick<Secrets, 'decrypt'>
}

/** The picture of this hash as an answer; `name` without its ending. Throws NotFound when the file is gone. */
export async function sealedPicture({ files, secrets }: Opener, community: number, hash: string, name: number | string): Promise<Response> {
  const sealed = await files.open(community, hash, SEALED)
  if (!sealed) throw new NotFound(lang => frameText(lang).noPage)
  const bytes = Buffer.from(secrets.decrypt(sealed.toString()), 'base64')
  return new Response(new Uint8Array(bytes), { headers: {
    'content-type': 'image/jpeg', 'content-disposition': `inline; filename="${name}.jpg"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
  } })
}
