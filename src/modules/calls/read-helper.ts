// Who comes, as far as he agreed: his photo and his number, for whoever opens the door.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { asCall, ruled } from '#modules/calls/find.ts'
import { seesWhoComes } from '#modules/calls/may-not.ts'
import { callsSeen, noCall } from '#modules/calls/visible.ts'
import type { Actor, Purpose } from '#modules/people/public.ts'

/** So long after the end of a call a photo can still be seen; a call that nobody ended counts as over with its time. */
const AFTER = Temporal.Duration.from({ hours: 24 })

/** A helper of a call; `receipt`: whether the actor holds that of the call. */
export interface WantedHelper {
  readonly id: number
  readonly helper: number
  readonly receipt: boolean
}

/** As a column beside `helper`, `volunteer` and `person`: whether his photo is shown now. */
export function isPictured(now: Temporal.Instant) {
  return sql<boolean>`volunteer.photo is not null and volunteer.age = 'adult' and person.erased_at is null and helper.released_at is null and ${agreedTo('show_photo')}
    and exists (select 1 from call where call.community_id = helper.community_id and call.id = helper.call_id
      and coalesce(call.ended_at, greatest(call.until_at, helper.claimed_at)) > ${at(now.subtract(AFTER))})`
}

/** As a column beside `helper` and `person`: whether whoever called may see his number, while he goes. */
export function sharesPhone() {
  return sql<boolean>`person.phone_sealed is not null and person.erased_at is null and helper.released_at is null and ${agreedTo('helper_phone')}`
}

function agreedTo(purpose: Purpose) {
  return sql<boolean>`exists (select 1 from consent where consent.community_id = helper.community_id and consent.person_id = helper.person_id
    and consent.purpose = ${purpose} and consent.withdrawn_at is null)`
}

/** The hash of the sealed photo of who goes. Throws NotFound for everybody whom it does not concern, and where none is shown. Two statements. */
export async function helperPhoto(db: Reader, actor: Actor, { id, helper, receipt }: WantedHelper, now: Temporal.Instant): Promise<string> {
  const found = await ruled(callsSeen(db, actor, receipt ? id : null), actor.personId ?? 0).where('call.id', '=', id).executeTakeFirst()
  if (!found || !seesWhoComes(actor, asCall(found, receipt))) throw noCall()
  const shown = await helpers(db, { id, helper })
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'helper.community_id').onRef('volunteer.person_id', '=', 'helper.person_id')
      .on('volunteer.left_at', 'is', null))
    .select('volunteer.photo').where(isPictured(now)).executeTakeFirst()
  if (!shown?.photo) throw noCall()
  return shown.photo
}

/** Who it is, and whether his number may be seen; undefined when he does not go to this call. */
export async function helperToPhone(db: Reader, wanted: Pick<WantedHelper, 'id' | 'helper'>) {
  return helpers(db, wanted).select(['helper.person_id', sharesPhone().as('shares')]).where('helper.released_at', 'is', null).executeTakeFirst()
}

/** The number of who goes; '' where he does not share it (any more): for the answer to `readHelperPhone`. */
export async function helperPhone(db: Reader, secrets: Pick<Secrets, 'decrypt'>, wanted: Pick<WantedHelper, 'id' | 'helper'>): Promise<string> {
  const found = await helpers(db, wanted).select('person.phone_sealed').where(sharesPhone()).executeTakeFirst()
  return found?.phone_sealed ? secrets.decrypt(found.phone_sealed) : ''
}

function helpers(db: Reader, { id, helper }: Pick<WantedHelper, 'id' | 'helper'>) {
  return db.selectFrom('call_helper as helper')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'helper.community_id').onRef('person.id', '=', 'helper.person_id'))
    .where('helper.community_id', '=', db.community).where('helper.call_id', '=', id).where('helper.id', '=', helper)
}
