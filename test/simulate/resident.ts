// What residents do in a simulated quarter: raise, take back, follow, answer, rate, urge and say that it is broken again.
import { answerQuestion, followMatter, raiseMatter, rateMatter, reopenMatter, urgeMatter, withdrawMatter } from '#modules/matters/public.ts'
import { ratingStep } from '#modules/matters/ratings.ts'
import type { Actor } from '#modules/people/public.ts'
import { ELSE, RATED } from './behaviour.ts'
import { act, attempt, plainly, plan, see, type Life, type Quarter } from './life.ts'
import { isOver } from './standing.ts'

/** Somebody raises it; true when there is something for a worker to look at. */
export async function raise(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<boolean> {
  const { random, raiser, place, subject: { kind, text, urgent } } = life
  const raised = await attempt(quarter, at, raiseMatter, raiser, { place: place.id, kind, text, urgent })
  if (!raised) return false
  life.id = raised.id
  life.receipt = raised.receipt
  await see(quarter, life, raiseMatter.name)
  if (raiser.personId !== null && random.chance(ELSE.withdrawn)) plan(quarter, life, at.add({ minutes: random.between(1, 9) }), 'withdraw')
  for (const who of life.followers) plan(quarter, life, plainly(life, at, [0.2, 60]), 'follow', { who })
  return true
}

/** Takes it back within the minutes of second thoughts. */
export async function withdraw(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<void> {
  if (life.standing && !isOver(life.standing)) await act(quarter, life, at, withdrawMatter, life.raiser)
}

/** Says that he has the same trouble; of what is private he never gets to hear. */
export async function follow(quarter: Quarter, life: Life, at: Temporal.Instant, who: Actor): Promise<void> {
  if (!life.standing || isOver(life.standing) || life.standing.isPrivate || life.place.kind === 'home') return
  await act(quarter, life, at, followMatter, who)
}

/** Answers what was asked; true when he did. */
export async function answer(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<boolean> {
  if (!life.standing?.waitsForResident) return false
  return await act(quarter, life, at, answerQuestion, life.raiser, { receipt: life.receipt, text: '五楼，晚上八点以后最明显' }) !== null
}

/** It has come to the step at which it is rated: the raiser and those who follow may say how good it is. */
export function arrived(quarter: Quarter, life: Life, at: Temporal.Instant): void {
  const { standing, random } = life
  if (!standing || standing.step !== ratingStep(standing.method, standing.track)) return
  const waiting = [life.raiser, ...standing.isPrivate ? [] : life.followers]
  for (const who of waiting) if (random.chance(RATED.share)) plan(quarter, life, plainly(life, at, RATED.hours), 'rate', { who })
}

/** Gives stars; true when it goes back to be done again or the first stars are there. */
export async function rate(quarter: Quarter, life: Life, at: Temporal.Instant, who: Actor): Promise<boolean> {
  const { standing, random, receipt } = life
  if (!standing || isOver(standing) || standing.step !== ratingStep(standing.method, standing.track)) return false
  const stars = Number(random.weighted(RATED.stars))
  const isLow = stars <= RATED.low
  const given = await act(quarter, life, at, rateMatter, who, {
    ...who === life.raiser && { receipt }, stars, text: isLow ? '才两天又响了' : '', again: isLow && random.chance(RATED.again),
  })
  const isFirst = given !== null && !life.there.has('rating')
  if (given) life.there.add('rating')
  return isFirst || life.standing?.step === 'do'
}

/** Asks how it is going, once a day at most. */
export async function urge(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<void> {
  await act(quarter, life, at, urgeMatter, life.raiser, { receipt: life.receipt })
}

/** Weeks later it is broken again: answers the id of the new matter that is tied to the closed one. */
export async function reopen(quarter: Quarter, life: Life, at: Temporal.Instant): Promise<number | null> {
  const answer = await act(quarter, life, at, reopenMatter, life.raiser, { receipt: life.receipt, note: '又坏了，和上次一样' })
  return answer?.id ?? null
}
