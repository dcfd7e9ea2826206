// A photo of a matter: seen by whoever may see the matter.
import { NotFound } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import { photoOfMatter } from '#modules/matters/public.ts'
import { frameText } from '#text/frame.ts'
import { idIn } from '#web/frame.ts'
import type { Page } from '#web/visit.ts'

const HASH = /^[0-9a-f]{64}$/u

/** GET /:community/matters/:id/photos/:hash; `?code=` as on the matter's page. */
export function photo(files: Pick<FileStore, 'open'>): Page {
  return async visit => {
    const { db, actor, community, params, url } = visit
    const id = idIn(visit)
    const file = params['hash'] ?? ''
    const hasReceipt = visit.isReceipt(id, url.searchParams.get('code') ?? '')
    const found = HASH.test(file) && await photoOfMatter(db, actor, { id, file, hasReceipt })
    const bytes = found ? await files.open(community.id, file, 'jpg') : null
    if (!bytes) throw new NotFound(lang => frameText(lang).noPage)
    // What happens inside a home must not stay behind on a shared computer.
    const shielded = found && (found.private || found.place_kind === 'home')
    const headers = { 'content-type': 'image/jpeg', 'content-disposition': `inline; filename="${id}.jpg"`, 'cache-control': shielded ? 'no-store' : 'private, max-age=31536000, immutable' }
    return new Response(new Uint8Array(bytes), { headers })
  }
}
