// The questions that programs may ask, by name.
import { COMMUNITY } from './questions/community.ts'
import { EXTRAS } from './questions/extras.ts'
import { MATTER } from './questions/matter.ts'
import { MATTERS } from './questions/matters.ts'
import { NOTICES } from './questions/notices.ts'
import { PEOPLE } from './questions/people.ts'
import { PLACES } from './questions/places.ts'
import type { Question } from './questions/question.ts'
import { WORK } from './questions/work.ts'

/** In the order of the modules. `community` and `lang` in the query are read by the door. */
export const QUESTIONS: readonly Question[] = [...PLACES, ...PEOPLE, ...COMMUNITY, ...MATTERS, ...MATTER, ...EXTRAS, ...WORK, ...NOTICES]

const byName = new Map(QUESTIONS.map(asked => [asked.name, asked]))

/** The question of this name, or undefined. */
export function questionNamed(name: string): Question | undefined {
  return byName.get(name)
}
