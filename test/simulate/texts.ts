// What is raised in a simulated quarter, in our own made-up sentences: the demo's troubles and what the router has learned from.
import { sentences } from '#modules/router/shipped.ts'
import type { raiseInput } from '#modules/matters/public.ts'
import type { Track } from '#db/tables.ts'
import type { z } from 'zod'
import type { Random } from '../../src/demo/random.ts'
import type { Scene, Spot } from '../../src/demo/scene.ts'
import { AT_HOME } from '../../src/demo/troubles/at-home.ts'
import { INDOORS } from '../../src/demo/troubles/indoors.ts'
import { OUTDOORS } from '../../src/demo/troubles/outdoors.ts'
import { spoken, type Trouble } from '../../src/demo/troubles/trouble.ts'

/** Something to be raised: where, and in which words; `track` is the way that it should go, where our sentences say so. */
export interface Subject {
  spot: Spot
  kind: Trouble['kind']
  text: string
  urgent: boolean
  track: Track | null
}

const TROUBLES = [...INDOORS, ...OUTDOORS, ...AT_HOME]
const TOLD_PLACES = ['estate', 'building', 'entrance'] as const

/** How many come from the demo's troubles; the others from the sentences, which know all tracks. */
const FROM_TROUBLES = 0.6

/** One thing that somebody raises. `urgent`: how many of the others say that it is. */
export function subjectFor(scene: Scene, random: Random, urgent: number): Subject {
  if (random.chance(FROM_TROUBLES)) {
    const trouble = random.pick(TROUBLES.filter(one => scene.spots(one.at).length > 0))
    return {
      spot: random.pick(scene.spots(trouble.at)), kind: trouble.kind, text: spoken(trouble.say, random), urgent: trouble.urgent ?? false,
      track: trouble.talked ? 'council' : null,
    }
  }
  const { text, track } = random.pick(sentences)
  const kind: z.input<typeof raiseInput>['kind'] = track === 'hazard' ? 'broken' : track === 'activity' ? 'idea' : 'other'
  return { spot: random.pick(scene.spots(random.pick(TOLD_PLACES))), kind, text, urgent: random.chance(urgent), track }
}
