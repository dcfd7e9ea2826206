// The archive of a counted vote, as a file to take away.
import type { Secrets } from '#kit/secrets.ts'
import { archiveOf, zipped } from '#modules/record/public.ts'
import { idIn } from '#web/frame.ts'
import type { Page } from '#web/visit.ts'

/** GET /:community/decisions/:id/archive.zip */
export function file(secrets: Pick<Secrets, 'keyFor'>): Page {
  return async visit => {
    const { db, actor, community } = visit
    const id = idIn(visit)
    return new Response(zipped(await archiveOf(db, secrets, actor, id)), { headers: {
      'content-type': 'application/zip', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="linju-${community.slug}-decision-${id}.zip"`,
    } })
  }
}
