// 提醒: a limit is near, or reached, or nothing moves. Once for each level: what was said is written in the same transaction.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { ALARMED, levelDue, WARNED, type Clock, type Level } from '#modules/clocks/clock.ts'
import { holderAbove, type Holder } from '#modules/clocks/holder.ts'
import { clockToRing, keepTime } from '#modules/clocks/keep-time.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { clockText } from '#text/clocks.ts'

/**
 * Tells of a clock what is due now. Done by the clock itself, for nobody. Its facts are for the notices: level (warn, alarm, climb), name,
 * matter (its number where the clock is a matter's), and for climbing post and person (null when the chain has nobody left).
 */
export const ringClock = action({
  name: 'clocks.ring',
  summary: lang => clockText(lang).summaryRing,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => clockToRing(db, input.id),
  // A process that comes second finds the level said, or the clock paused or ended.
  refuse: (_actor, clock, now) => clock && levelDue(clock, now) ? null : lang => clockText(lang).notDue,
  run: async (db, { subject: clock, input, now }) => {
    const level = clock && levelDue(clock, now)
    if (!level) throw new Error('rung although nothing is due')
    const holder = level === 'climb' ? await nextHolder(db, clock, now) : null
    const reached = rungOf(level, clock, holder)
    const clocks = await keepTime(db, clock.subject, now, [{ do: 'ring', name: clock.name, level: reached }])
    return {
      subject: clock.subject, answer: { id: input.id },
      facts: {
        clocks, level, name: clock.name, matter: matterOf(clock.subject), post: holder?.kind ?? null, person: holder?.personId ?? null,
      },
    }
  },
})

async function nextHolder(db: Writer, clock: Clock, now: Temporal.Instant): Promise<Holder | null> {
  const told = clock.rung - ALARMED
  const holder = await holderAbove(db, clock.chain.slice(told), clock.place, await localDay(db, now))
  return holder && { ...holder, step: holder.step + told }
}

function rungOf(level: Level, { chain }: Clock, holder: Holder | null): number {
  if (level === 'climb') return ALARMED + (holder ? holder.step + 1 : chain.length)
  return level === 'warn' ? WARNED : ALARMED
}

function matterOf(subject: string): number | null {
  const id = /^matters\/(\d+)$/u.exec(subject)?.[1]
  return id === undefined ? null : Number(id)
}
