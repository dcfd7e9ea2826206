// The story of the API from its first to its last act: each operation at least once, as somebody who may.
import { conversed, voted } from './asking.ts'
import { dates, moderated } from './care.ts'
import { councils } from './council.ts'
import { calls } from './calls.ts'
import { activities } from './activities.ts'
import { volunteers } from './volunteers.ts'
import { onDuty } from './duty.ts'
import { election } from './election.ts'
import { hours } from './hours.ts'
import { errands } from './errands.ts'
import { community, desk } from './house.ts'
import { activity, closed, others, raised, workedOn } from './matters.ts'
import { gone, notices, oneself } from './oneself.ts'
import { orders } from './orders.ts'
import { planned, shared } from './planning.ts'
import { street } from './street.ts'
import { teller, type Told } from './teller.ts'
import { vote } from './vote.ts'

/** Tells it on a street of its own; answers every request with what came back. */
export async function tellStory(): Promise<Told[]> {
  const t = await teller()
  try {
    const here = await street(t)
    await oneself(t, here)
    const lamp = await raised(t, here)
    await workedOn(t, here, lamp)
    await others(t, here)
    await activity(t, here)
    await moderated(t, here)
    await dates(t)
    await desk(t)
    await closed(t, lamp)
    await notices(t, here)
    await community(t)
    await councils(t, here)
    await election(t, await vote(t))
    await volunteers(t, here)
    await onDuty(t, here)
    await hours(t, here)
    await calls(t, here)
    await errands(t, here)
    await planned(t, here)
    await shared(t, here)
    await orders(t, here)
    await conversed(t)
    await voted(t, here)
    await activities(t, here)
    await gone(t)
    return t.told
  } finally {
    await t.close()
  }
}
