// What is told of what is about no matter: one line for each occasion, as in occasions.ts. Pure.
import type { Urgency } from '#db/tables.ts'
import type { Meant } from '#modules/councils/public.ts'
import type { ToldOfVotes } from '#modules/decisions/public.ts'

/**
 * secretaries, overseers (with the street's officers): of the community. opened: whose phones an opening showed. opener: who opened a home.
 * polled: whoever may cast in a poll that is to be told of. The others: see `peopleMeant` and `peopleToldOfVote`.
 */
export type Beyond = 'secretaries' | 'overseers' | 'opened' | 'opener' | 'polled' | Meant | ToldOfVotes

/** By journal action; a variant stands before the plain one. */
export const OCCASIONS_BEYOND = {
  'councils.convene': ['urgent', 'invited'],
  'councils.invite': ['urgent', 'seated'],
  'councils.move': ['urgent', 'invited'],
  'councils.cancel': ['urgent', 'invited'],
  'councils.remind': ['urgent', 'invited'],
  'councils.finishMinutes': ['digest', 'present'],
  'councils.tellMissed': ['urgent', 'secretaries', 'inCharge'],
  'councils.addTask': ['urgent', 'tasked'],
  'councils.answerQuestion.aloud': ['digest', 'tasked'],
  'councils.answerQuestion.in_writing': ['digest', 'tasked'],
  'councils.answerQuestion.declined': ['digest', 'tasked'],
  'polls.open': ['digest', 'polled'],
  'polls.open.urgent': ['urgent', 'polled'],
  'polls.callOff': ['digest', 'polled'],
  'polls.close': ['digest', 'polled'],
  'decisions.freezeRoll': ['digest', 'voters'],
  'decisions.announce': ['digest', 'voters'],
  'decisions.open': ['urgent', 'voters'],
  'decisions.remind.voters': ['urgent', 'waiting'],
  'decisions.remind.stuck': ['urgent', 'keepers', 'secretaries'],
  'decisions.remind.result': ['urgent', 'keepers', 'secretaries'],
  'decisions.castAtDoor': ['urgent', 'voter'],
  'decisions.readPaper.counted': ['digest', 'voter'],
  'decisions.recordMandate': ['urgent', 'voter'],
  'decisions.castByMandate': ['urgent', 'voter'],
  'decisions.close': ['digest', 'voters'],
  'decisions.drop': ['digest', 'voters'],
  'decisions.object': ['digest', 'keepers'],
  'decisions.answerObjection': ['digest', 'objector'],
  'decisions.reportDamage': ['urgent', 'keepers', 'overseers'],
  'elections.remind.due': ['urgent', 'overseers'],
  'elections.remind.late': ['urgent', 'overseers'],
  'elections.answerQuestion': ['digest', 'tasked'],
  'elections.answerObjection': ['digest', 'tasked'],
  'elections.endSold': ['urgent', 'overseers'],
  'elections.ask.held': ['digest', 'overseers'],
  'elections.object.held': ['digest', 'overseers'],
  'people.breakGlass': ['life', 'secretaries'],
  'people.tellOpening': ['urgent', 'opened'],
  'people.judgeOpening': ['urgent', 'opener'],
  'people.unmask.last': ['urgent', 'overseers'],
  'matters.readPhone.last': ['urgent', 'overseers'],
} as const satisfies Record<string, readonly [urgency: Urgency, ...to: Beyond[]]>
