// The ways of asking that are compared. Ours runs the product's own rings over what the product would know.
import { ringPeople, type Neighbour, type Ring, type RingKey, type RingRule } from '#modules/calls/rings.ts'
import { isFree } from './answer.ts'
import type { Call } from './demand.ts'
import type { Memory } from './memory.ts'
import type { Community, Helper } from './neighbourhood.ts'

/** A call as it is met by a way of asking. */
export interface Scene {
  readonly call: Call
  readonly community: Community
  readonly memory: Memory
  readonly onDuty: ReadonlySet<number>
}

/** People who are asked together, `at` seconds after the call. */
export interface Wave {
  readonly at: number
  readonly people: readonly Helper[]
}

/** Asks wave after wave until somebody comes; no further wave is taken then. */
export type Way = (scene: Scene) => Iterable<Wave>

/** Everybody in the community at once, posts included. */
export function* everybody({ call, community }: Scene): Iterable<Wave> {
  yield { at: 0, people: community.helpers.filter(({ home }) => home !== call.home) }
}

/** Everybody in the estate at once, as in its chat group (S0-10), with its grid workers and leaders. */
export function* wholeEstate({ call, community }: Scene): Iterable<Wave> {
  const own = community.byEstate[call.home.estate] ?? []
  yield { at: 0, people: [...own.filter(({ home }) => home !== call.home), ...community.postsOf[call.home.estate] ?? []] }
}

const PATIENCE = 45

/** The nearest first, one by one, each with 45 seconds. */
export function* nearestFirst({ call, community }: Scene): Iterable<Wave> {
  const way = ({ home }: Helper) => Math.hypot(home.x - call.home.x, home.y - call.home.y) + 5 * Math.abs(home.floor - call.home.floor)
    + (home.entrance === call.home.entrance ? 0 : 40)
  const nearest = (community.byEstate[call.home.estate] ?? []).filter(({ home }) => home !== call.home)
    .map(helper => ({ helper, way: way(helper) })).sort((one, other) => one.way - other.way)
  for (const [nth, { helper }] of nearest.entries()) yield { at: nth * PATIENCE, people: [helper] }
}

/** What of the rings' knowledge is left out, to see what it is good for. */
export type Without = 'skill' | 'tiredness' | 'duty' | 'quiet'

/** By rings of this rule. As in the product, a ring with nobody in it lets the next open at once, and the later ones as much earlier. */
export function rings(rule: RingRule, without?: Without): Way {
  return function* ask(scene) {
    const { call, memory, community } = scene
    // Who goes somewhere else just now is not called away.
    const already = new Set(community.helpers.filter(({ id }) => memory.isBusy(id, call.at)).map(({ id }) => id))
    let saved = 0
    for (const [nth, ring] of rule.entries()) {
      const people = peopleOf(ring, scene, already, without)
      if (people.length === 0) {
        saved += (rule[nth + 1]?.after ?? 0) - ring.after
        continue
      }
      for (const { id } of people) already.add(id)
      yield { at: ring.after - saved, people }
    }
  }
}

function peopleOf(ring: Ring, scene: Scene, already: ReadonlySet<number>, without: Without | undefined): Helper[] {
  const { call, community } = scene
  const near = candidates(ring.who, scene, without).filter(({ home }) => home !== call.home)
  const asking = { urgent: call.urgent, skillMatters: call.skills.length > 0 && without !== 'skill' }
  return ringPeople(ring, asking, already, near.map(helper => knownOf(helper, scene, without))).flatMap(id => community.helpers[id] ?? [])
}

// As the product's question gives them for each ring.
function candidates(who: RingKey, { call: { home }, community, onDuty }: Scene, without: Without | undefined): readonly Helper[] {
  const estate = community.byEstate[home.estate] ?? []
  if (who === 'entrance') return estate.filter(one => one.home.entrance === home.entrance)
  if (who === 'building') return estate.filter(one => one.home.building === home.building)
  if (who === 'estate') return estate
  if (who === 'community') return community.volunteers
  if (who !== 'on_duty') return community.postsOf[home.estate] ?? []
  return without === 'duty' ? [] : community.microGrid.filter(one => onDuty.has(one.id) || one.home.estate === home.estate)
}

function knownOf(helper: Helper, { call, memory, onDuty }: Scene, without: Without | undefined): Neighbour {
  const { home, id } = helper
  const near = home.entrance === call.home.entrance ? 'entrance' : home.building === call.home.building ? 'building'
    : home.estate === call.home.estate ? 'estate' : 'community'
  const isRested = without === 'tiredness'
  return {
    id, near, post: helper.post, onDuty: without !== 'duty' && onDuty.has(id),
    skilled: call.skills.some(skill => helper.skills.has(skill)), free: without === 'quiet' || isFree(call, helper),
    asked: isRested ? 0 : memory.asked(id, call.day), most: helper.most, ...isRested ? { came: 0, tried: 0 } : memory.record(id),
  }
}
