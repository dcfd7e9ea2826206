// The picture of a licence, unsealed for its owner and whoever checks him; and one's own photo for oneself.
import { today } from '#modules/communities/public.ts'
import { ownPhoto, qualificationPhoto } from '#modules/volunteers/public.ts'
import { idIn } from '#web/frame.ts'
import { sealedPicture, type Opener } from '#web/parts/sealed-picture.ts'
import type { Page } from '#web/visit.ts'

/** GET /:community/volunteers/licences/:id */
export function photo(opener: Opener): Page {
  return async visit => {
    const { db, actor, community, now } = visit
    return sealedPicture(opener, community.id, await qualificationPhoto(db, actor, idIn(visit), today(community, now)), idIn(visit))
  }
}

/** GET /:community/volunteers/me/photo */
export function own(opener: Opener): Page {
  return async ({ db, actor, community }) => sealedPicture(opener, community.id, await ownPhoto(db, actor.personId ?? 0), 'photo')
}
