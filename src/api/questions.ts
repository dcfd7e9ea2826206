// The questions that programs may ask, by name.
import { COMMUNITY } from './questions/community.ts'
import { EXTRAS } from './questions/extras.ts'
import { MATTER } from './questions/matter.ts'
import { MATTERS } from './questions/matters.ts'
import { COUNCILS } from './questions/councils.ts'
import { OPINIONS } from './questions/opinions.ts'
import { NOTICES } from './questions/notices.ts'
import { PEOPLE } from './questions/people.ts'
import { PLACES } from './questions/places.ts'
import { PLANS } from './questions/plans.ts'
import { SHARING } from './questions/sharing.ts'
import { VOLUNTEERS } from './questions/volunteers.ts'
import { DUTY } from './questions/duty.ts'
import { ACTIVITIES } from './questions/activities.ts'
import { ELECTIONS } from './questions/elections.ts'
import { ORDERS } from './questions/orders.ts'
import { CALLS } from './questions/calls.ts'
import { ERRANDS } from './questions/errands.ts'
import { HOURS } from './questions/hours.ts'
import { POLLS } from './questions/polls.ts'
import type { Question } from './questions/question.ts'
import { WORK } from './questions/work.ts'

/** In the order of the modules. `community` and `lang` in the query are read by the door. */
export const QUESTIONS: readonly Question[] = [...PLACES, ...PEOPLE, ...COMMUNITY, ...MATTERS, ...MATTER, ...EXTRAS, ...WORK, ...PLANS, ...SHARING, ...POLLS, ...ELECTIONS, ...VOLUNTEERS, ...ACTIVITIES, ...ORDERS, ...CALLS, ...ERRANDS, ...DUTY, ...HOURS, ...OPINIONS, ...COUNCILS, ...NOTICES]

const byName = new Map(QUESTIONS.map(asked => [asked.name, asked]))

/** The question of this name, or undefined. */
export function questionNamed(name: string): Question | undefined {
  return byName.get(name)
}
