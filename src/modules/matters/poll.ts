// 征求意见: when such a poll ends, what it must not be called, and whose homes it asks. Pure.
import type { Track } from '#db/tables.ts'
import type { Actor } from '#modules/people/public.ts'
import { lineage } from '#modules/places/public.ts'

const ENDS = Temporal.PlainTime.from('20:00')
const TOO_LATE = Temporal.PlainTime.from('18:00')

/** When a poll that starts now ends: at 20:00 of the same day, or 24 hours later when it starts at 18:00 or after. */
export function endOf(now: Temporal.Instant, zone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone)
  if (Temporal.PlainTime.compare(local.toPlainTime(), TOO_LATE) >= 0) return now.add({ hours: 24 })
  return local.withPlainTime(ENDS).toInstant()
}

const ASSEMBLY = /业主大会|業主大會|业主共同决定|業主共同決定|业主表决|業主表決|共同决定|共同決定|owners.?assembl|ownersmeeting|jointdecision/iu
const DECIDING = /决定|決定|表决|表決|投票|通过|通過|定下来|定下來|生效|decide|decision|ballot|\bvote|resolve|binding/iu

/** Which rule a question breaks: a poll is never an owners' assembly, and where the owners must decide it cannot decide (Civil Code 278). */
export function overreaches(question: string, track: Track | null): 'assembly' | 'decides' | null {
  const seen = question.normalize('NFKC')
  // Spaces and marks between the characters do not make it another word.
  if (ASSEMBLY.test(seen.replace(/[\s\p{P}\p{S}\p{Cf}]/gu, ''))) return 'assembly'
  return track === 'owners' && DECIDING.test(seen.replace(/[\p{Cf}]/gu, '')) ? 'decides' : null
}

/** The homes of the actor that a poll over this place asks. */
export function homesAsked(actor: Actor, placeId: number): Actor['homes'] {
  const asked = actor.homes.filter(home => lineage({ ...home, parent_id: null }).includes(placeId))
  return [...new Map(asked.map(home => [home.id, home])).values()]
}
