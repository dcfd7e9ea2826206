// What is told to whom, and how urgently: one line for each occasion. Pure.
import type { Urgency } from '#db/tables.ts'
import { OCCASIONS_BEYOND, type Beyond } from '#modules/notices/occasions-beyond.ts'

/**
 * raiser, followers: of the matter. handlers: lead and co, persons or whole organisations; while nobody has it, the workers.
 * named: `facts.person`, or everybody of `facts.organisation`. workers, leaders: those whose posts cover the place.
 * moderators: whoever looks at what waits there. homes: everybody of the homes in `facts.place`. channels: the community's group robots and programs.
 */
export type Audience = 'raiser' | 'moderators' | 'followers' | 'handlers' | 'named' | 'workers' | 'leaders' | 'homes' | 'channels' | Beyond

type Line = readonly [urgency: Urgency, ...to: Audience[]]

/** By journal action; a variant (see `VARIANTS`) stands before the plain one. What is not here is told to nobody. */
export const OCCASIONS = {
  'matters.raise': ['digest', 'workers', 'channels'],
  'matters.raise.urgent': ['urgent', 'workers', 'leaders', 'channels'],
  'matters.raise.danger': ['life', 'workers', 'leaders', 'channels'],
  'matters.raise.held': ['digest', 'moderators'],
  'matters.raise.heldUrgent': ['urgent', 'moderators'],
  'matters.raise.heldDanger': ['life', 'moderators'],
  'matters.comment': ['digest', 'raiser', 'handlers'],
  'matters.comment.held': ['digest', 'moderators'],
  'matters.reply.held': ['digest', 'moderators'],
  'matters.change.held': ['digest', 'moderators'],
  'matters.report': ['digest', 'moderators'],
  'matters.appeal': ['digest', 'moderators'],
  'matters.remind': ['urgent', 'moderators'],
  'matters.release.danger': ['life', 'workers', 'leaders', 'channels', 'named'],
  'matters.release.urgent': ['urgent', 'workers', 'leaders', 'channels', 'named'],
  'matters.release.matter': ['digest', 'workers', 'channels', 'named'],
  'matters.release.comment': ['digest', 'raiser', 'handlers', 'named'],
  'matters.release.reply': ['digest', 'raiser', 'followers', 'named'],
  'matters.release.own': ['digest', 'named'],
  'matters.appear.danger': ['life', 'workers', 'leaders', 'channels', 'named'],
  'matters.appear.urgent': ['urgent', 'workers', 'leaders', 'channels', 'named'],
  'matters.appear.matter': ['digest', 'workers', 'channels', 'named'],
  'matters.appear.comment': ['digest', 'raiser', 'handlers', 'named'],
  'matters.appear.own': ['digest', 'named'],
  'matters.change.comment': ['digest', 'raiser', 'handlers'],
  'matters.change.reply': ['digest', 'raiser', 'followers'],
  'matters.makePrivate.danger': ['life', 'workers', 'leaders', 'named'],
  'matters.makePrivate.urgent': ['urgent', 'workers', 'leaders', 'named'],
  'matters.makePrivate.matter': ['digest', 'workers', 'named'],
  'matters.makePrivate': ['digest', 'named'],
  'matters.hide': ['urgent', 'named'],
  'matters.askChange': ['urgent', 'named'],
  'matters.move': ['digest', 'raiser', 'followers', 'channels'],
  'matters.move.warning': ['urgent', 'raiser', 'followers', 'homes', 'channels'],
  'matters.move.show': ['digest', 'raiser', 'followers', 'channels'],
  'matters.move.rate': ['digest', 'raiser', 'followers', 'channels'],
  'matters.move.close': ['digest', 'raiser', 'followers', 'channels'],
  'matters.setUrgent.urgent': ['urgent', 'handlers', 'leaders'],
  'matters.route': ['digest', 'raiser', 'followers'],
  'matters.withdraw': ['digest', 'handlers'],
  'matters.accept': ['digest', 'raiser', 'followers'],
  'matters.giveBack': ['urgent', 'handlers', 'leaders'],
  'matters.handOn': ['urgent', 'named'],
  'matters.addHandler': ['urgent', 'named'],
  'matters.endHandler': ['digest', 'named'],
  'matters.addTask': ['urgent', 'named'],
  'matters.finishTask': ['digest', 'handlers'],
  'matters.ask': ['urgent', 'raiser'],
  'matters.answer': ['urgent', 'handlers'],
  'matters.urge': ['urgent', 'handlers'],
  'matters.pause': ['digest', 'raiser', 'followers'],
  'matters.resume': ['digest', 'raiser', 'followers', 'handlers'],
  'matters.merge': ['digest', 'raiser', 'followers', 'handlers'],
  'matters.split': ['digest', 'raiser', 'followers'],
  'matters.reply': ['digest', 'raiser', 'followers'],
  'matters.noteInside': ['digest', 'handlers'],
  'matters.startPoll': ['urgent', 'raiser', 'followers', 'homes', 'channels'],
  'matters.recordDecision': ['digest', 'raiser', 'followers', 'channels'],
  'matters.publishPlan': ['digest', 'raiser', 'followers', 'channels'],
  'plans.publish': ['digest', 'raiser', 'followers', 'channels'],
  'plans.publish.final': ['digest', 'raiser', 'followers', 'channels'],
  'plans.suggest': ['digest', 'raiser', 'handlers'],
  'plans.suggest.held': ['digest', 'moderators'],
  'plans.decide.adopted': ['digest', 'named'],
  'plans.decide.partly': ['digest', 'named'],
  'plans.decide.not_adopted': ['digest', 'named'],
  'sharing.start': ['digest', 'raiser', 'followers', 'homes'],
  'sharing.change': ['digest', 'raiser', 'followers', 'homes'],
  'sharing.say.objection': ['digest', 'handlers'],
  'sharing.say.held': ['digest', 'moderators'],
  'sharing.answer': ['digest', 'named'],
  'sharing.agree': ['digest', 'raiser', 'followers', 'homes'],
  'sharing.sign.all': ['digest', 'raiser', 'followers', 'homes'],
  'sharing.makeBill': ['digest', 'homes'],
  'matters.rate': ['digest', 'handlers'],
  'matters.rate.again': ['urgent', 'handlers', 'leaders'],
  'matters.rate.low': ['urgent', 'handlers', 'leaders'],
  'matters.close': ['digest', 'raiser', 'followers', 'channels'],
  'matters.askAgain': ['digest', 'raiser'],
  'matters.reopen': ['urgent', 'raiser', 'followers', 'handlers', 'channels'],
  'councils.raisePoint': ['digest', 'named', 'workers', 'channels'],
  'councils.raisePoint.held': ['digest', 'moderators'],
  'calls.raiseFinding': ['urgent', 'workers', 'channels'],
  'calls.raiseFinding.held': ['digest', 'moderators'],
  'activities.checkPoint.problem': ['urgent', 'workers', 'leaders', 'channels'],
  'activities.checkPoint.held': ['urgent', 'moderators'],
  'clocks.ring.warn': ['urgent', 'handlers'],
  'clocks.ring.alarm': ['urgent', 'handlers'],
  'clocks.ring.climb': ['urgent', 'named', 'handlers'],
  ...OCCASIONS_BEYOND,
} as const satisfies Record<string, Line>

export type Occasion = keyof typeof OCCASIONS

/** The two clocks of a call, by name and level. */
const CALL_CLOCKS: Readonly<Record<string, string>> = {
  'answer alarm': 'unanswered', 'answer climb': 'unansweredStill', 'arrive warn': 'underway', 'arrive alarm': 'notThere', 'arrive climb': 'notThereStill',
}

/** What the facts of an entry make of it; the first that stands in the table counts. */
const VARIANTS: readonly ((facts: Facts) => unknown)[] = [
  facts => CALL_CLOCKS[`${String(facts['name'])} ${String(facts['level'])}`],
  facts => facts['held'] === true && (facts['urgent'] !== true ? 'held' : facts['kind'] === 'danger' ? 'heldDanger' : 'heldUrgent'),
  facts => facts['urgent'] === true && facts['kind'] === 'danger' && 'danger',
  facts => facts['to'] === 'unanswered' && 'unanswered',
  facts => facts['urgent'] === true && 'urgent',
  facts => facts['level'],
  facts => facts['warning'] === true && 'warning',
  facts => facts['to'],
  facts => facts['again'] === true && 'again',
  facts => facts['low'] === true && 'low',
  facts => facts['opens'],
  facts => facts['last'] === true && 'last',
]

/** Whether an occasion is about no matter, whatever its entry names. */
export function isBeyond(occasion: Occasion): boolean {
  return Object.hasOwn(OCCASIONS_BEYOND, occasion)
}

/** Asks people to come: nothing to send any more once somebody goes. */
export function asksPeople(occasion: Occasion): boolean {
  return /^calls\.(?:make|widen|release|askMore)(?:\.urgent)?$/u.test(occasion)
}

/** Told even though the matter is settled; about a settled matter nothing else is. */
const LAST: ReadonlySet<Occasion> = new Set([
  'matters.move.close', 'matters.close', 'matters.reopen', 'matters.rate', 'matters.rate.low', 'matters.rate.again', 'matters.merge',
  'matters.askAgain', 'sharing.sign.all', 'sharing.makeBill',
])

export type Facts = Readonly<Record<string, unknown>>

/** The actions that may be an occasion. */
export const ACTIONS_TOLD = [...new Set(Object.keys(OCCASIONS).map(key => key.split('.').slice(0, 2).join('.')))]

/** The occasion that a journal entry is, or null. */
export function occasionOf(action: string, facts: Facts): Occasion | null {
  const names = [...VARIANTS.map(variant => `${action}.${String(variant(facts))}`), action]
  return names.find(isOccasion) ?? null
}

function isOccasion(name: string): name is Occasion {
  return Object.hasOwn(OCCASIONS, name)
}

/** True when this may still be told of a matter that stands so: silence once it is settled, or taken back. */
export function stillTold(occasion: Occasion, matter: { step: string, withdrawn: boolean }): boolean {
  if (matter.withdrawn) return occasion === 'matters.withdraw'
  return matter.step !== 'close' || LAST.has(occasion)
}

/** The matter that an entry is about: in its facts, or its subject (matters/83); null for none. */
export function matterOf(subject: string, facts: Facts): number | null {
  if (typeof facts['matter'] === 'number') return facts['matter']
  const [, id] = /^matters\/(\d+)$/u.exec(subject) ?? []
  return id === undefined ? null : Number(id)
}
