// Duty by the clock: whoever is on next is reminded, what nobody has taken is offered and then told of, old hand-over notes go.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import {
  alarmOfGap, gapsToAlarm, offerGaps, releaseTurn, remindOfTurn, rostersToOffer, someNotesOld, sweepNotes, turnsToRelease, turnsToRemind,
} from '#modules/duty/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendDuty(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const look = <T>(ask: Parameters<typeof house.database.look<T>>[1]) => house.database.look(community, ask)
    const now = house.clock()
    // First, so that what it opens is offered in the same round.
    for (const id of await look(db => turnsToRelease(db, now))) await done(house, community, releaseTurn, { id })
    for (const id of await look(db => rostersToOffer(db, now))) await done(house, community, offerGaps, { id })
    for (const id of await look(db => gapsToAlarm(db, now))) await done(house, community, alarmOfGap, { id })
    for (const due of await look(db => turnsToRemind(db, now))) await done(house, community, remindOfTurn, due)
    if (await look(db => someNotesOld(db, now))) await done(house, community, sweepNotes, {})
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, act: Action<Actor, Schema, Subject, A>, input: object): Promise<void> {
  await perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), input).catch((problem: unknown) => {
    // Refused: another process has done it, or somebody has just taken the turn.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name, ...input }, 'duty was not looked after')
  })
}
