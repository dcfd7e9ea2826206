// Loads the made-up street into an empty installation, everything through the same actions that people use.
import { perform, type Means } from '#kit/action.ts'
import { Conflict } from '#kit/errors.ts'
import { communities, foundCommunity, nextCommunity } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { addThing, importRosterWith, setPoint } from '#modules/roster/public.ts'
import { demoText } from '#text/demo.ts'
import type { House } from '../house.ts'
import { CAST, SECRETARIES } from './cast.ts'
import { dateOf } from './hours.ts'
import { loadedCommunity, type Loaded } from './loaded.ts'
import type { Scale } from './plan.ts'
import { actsIn, relive } from './relive.ts'
import { rosterOf } from './rows.ts'
import { offerServices } from './services.ts'
import { talesOf } from './tales/tales.ts'
import { demoStreet, type DemoCommunity } from './street.ts'

/** What loading needs of the house. */
export type DemoHouse = Pick<House, 'database' | 'means' | 'clock'>

/** Told now and then: the share that is done, from 0 to 1. */
export type DemoProgress = (share: number) => void

/** Another seed makes another street; `village` is the small one for tests. */
export interface DemoOptions {
  seed?: number
  scale?: Scale
}

const SEED = 520
// The roster was imported before the season, and the community founded long before.
const BEFORE = { founded: 1100, imported: 120 }

/** Loads the street; returns its communities, the largest first. Throws Conflict when there is a community already. */
export async function loadDemo(house: DemoHouse, progress: DemoProgress = () => undefined, options: DemoOptions = {}): Promise<Loaded[]> {
  if ((await communities(house.database.commons)).length > 0) throw new Conflict(lang => demoText(lang).notEmpty)
  const now = house.clock()
  const street = demoStreet(options.seed ?? SEED, { scale: options.scale, now })
  const tell = share(street.communities, progress)
  const loaded: { community: DemoCommunity, there: Loaded }[] = []
  for (const community of street.communities) loaded.push({ community, there: await settled(house, community, now, tell) })
  await Promise.all(loaded.map(({ community, there }) => {
    const tales = there.slug === CAST.resident.community ? talesOf(house, there, dateOf(now), options.scale) : []
    return relive(house, there, community.history, tales, () => tell(ACT))
  }))
  return loaded.map(({ there }) => there)
}

// Measured: an act takes as long as 25 rows of a roster.
const ACT = 25

function share(all: readonly DemoCommunity[], progress: DemoProgress): (work: number) => void {
  const workOf = (community: DemoCommunity) => rosterOf(community).length + ACT * (community.things.length + actsIn(community.history))
  const whole = all.reduce((sum, community) => sum + workOf(community), 0)
  let done = 0
  return work => {
    done += work
    progress(Math.min(1, done / whole))
  }
}

async function settled(house: DemoHouse, community: DemoCommunity, now: Temporal.Instant, tell: (work: number) => void): Promise<Loaded> {
  const { slug } = community.plan
  const at = (days: number): Means => ({ ...house.means, now: now.subtract({ hours: days * 24 }) })
  const id = await nextCommunity(house.database.commons)
  await perform(house.database, at(BEFORE.founded), foundCommunity, passerBy(id), community.found)

  const today = dateOf(now).subtract({ days: BEFORE.imported }).toString()
  const secretary = await (await loadedCommunity(house, id, slug, today)).actor(SECRETARIES[slug]?.phone ?? null)
  const rows = rosterOf(community).map((row, index) => ({ ...row, line: index + 2 }))
  let done = 0
  const importing = importRosterWith((step, steps) => {
    tell(rows.length * step / steps - done)
    done = rows.length * step / steps
  })
  await perform(house.database, at(BEFORE.imported), importing, secretary, { rows })

  const there = await loadedCommunity(house, id, slug, dateOf(now).toString())
  for (const { name, within } of community.things) {
    await perform(house.database, at(BEFORE.imported), addThing, secretary, { place: there.place(within.join(' ')), name })
    tell(ACT)
  }
  for (const { estate, ...point } of community.points) {
    await perform(house.database, at(BEFORE.imported), setPoint, secretary, { place: there.place(estate), ...point })
  }
  await offerServices(house.database, at(BEFORE.imported), secretary, community.plan.phone)
  return loadedCommunity(house, id, slug, dateOf(now).toString())
}
