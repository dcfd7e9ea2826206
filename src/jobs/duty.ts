// Duty by the clock: whoever is on next is reminded, what nobody has taken is offered and then told of, old hand-over notes go.
import {
  alarmOfGap, gapsToAlarm, offerGaps, releaseTurn, remindOfTurn, rostersToOffer, someNotesOld, sweepNotes, turnsToRelease, turnsToRemind,
} from '#modules/duty/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendDuty(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    const look = <T>(ask: Parameters<typeof house.database.look<T>>[1]) => house.database.look(community, ask)
    // First, so that what it opens is offered in the same round.
    for (const id of await look(db => turnsToRelease(db, now))) await byClock(house, community, releaseTurn, { id })
    for (const id of await look(db => rostersToOffer(db, now))) await byClock(house, community, offerGaps, { id })
    for (const id of await look(db => gapsToAlarm(db, now))) await byClock(house, community, alarmOfGap, { id })
    for (const due of await look(db => turnsToRemind(db, now))) await byClock(house, community, remindOfTurn, due)
    if (await look(db => someNotesOld(db, now))) await byClock(house, community, sweepNotes, {})
  })
}
