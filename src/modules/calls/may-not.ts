// Who may not do what with a call, and why. Pure: the page asks the same, and greys the button with the reason.
import { listed, type Said } from '#kit/phrase.ts'
import { isWanted, shownName, type Call } from '#modules/calls/call.ts'
import { holds, lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** The reason why the actor may not, or null. */
export const mayNotCall = {
  /** Going there: anybody who was asked, and who looks after the place; not whoever called. The first one wins. */
  claim: (actor: Actor, call: Call): Said | null => signedOut(actor) ?? over(call) ?? (isOwn(actor, call) ? lang => callText(lang).ownCall : null)
    ?? (helperIn(actor, call) ? lang => callText(lang).goesAlready : null) ?? taken(call),

  /** Saying that one cannot: whoever was asked and does not go. */
  decline: (actor: Actor, call: Call): Said | null => signedOut(actor) ?? over(call) ?? (call.asked ? null : lang => callText(lang).notAsked)
    ?? (helperIn(actor, call) ? lang => callText(lang).releaseInstead : null),

  /** Writing down that somebody whom one phoned goes. */
  claimFor: (actor: Actor, call: Call): Said | null => lacks(actor, 'relay calls', call.place) ?? over(call) ?? taken(call),

  /** Giving it back: whoever goes, before he is there. */
  release: (actor: Actor, call: Call): Said | null => over(call) ?? goes(actor, call)
    ?? (helperIn(actor, call)?.confirmed_at ? lang => callText(lang).thereAlready : null),

  /** Asking for one more helper: whoever called, goes, or looks after the place; not more than five. */
  askMore: (actor: Actor, call: Call): Said | null => over(call) ?? (isCallers(actor, call) || helperIn(actor, call) ? null : lacks(actor, 'relay calls', call.place))
    ?? (call.wanted < 5 ? null : lang => callText(lang).enoughHelpers),

  /** Saying that one is at the door. */
  arrive: (actor: Actor, call: Call): Said | null => over(call) ?? goes(actor, call)
    ?? (helperIn(actor, call)?.confirmed_at ? lang => callText(lang).thereAlready : null),

  /** Saying that the helper is there: whoever called; a worker who phoned. */
  confirmArrival: (actor: Actor, call: Call): Said | null => over(call) ?? (call.helpers.length > 0 ? null : lang => callText(lang).nobodyGoes)
    ?? (call.helpers.every(helper => helper.confirmed_at) ? lang => callText(lang).thereAlready : null)
    ?? ownHelp(actor, call) ?? (isCallers(actor, call) ? null : lacks(actor, 'relay calls', call.place)),

  /** Saying that it is done: whoever called, or a helper who was there. */
  finish: (actor: Actor, call: Call): Said | null => over(call) ?? (call.helpers.some(helper => helper.arrived_at || helper.confirmed_at) ? null : lang => callText(lang).nobodyThere)
    ?? (isCallers(actor, call) || helperIn(actor, call) ? null : lacks(actor, 'relay calls', call.place)),

  /** Taking it back: whoever called. */
  callOff: (actor: Actor, call: Call): Said | null => over(call) ?? (isCallers(actor, call) ? null : lang => callText(lang).notYours),

  /** Ending it with what was done instead: whoever looks after the place. */
  end: (actor: Actor, call: Call): Said | null => over(call) ?? lacks(actor, 'relay calls', call.place),

  /** Thanks: whoever called, once, after help came. */
  rate: (actor: Actor, call: Call): Said | null => (isCallers(actor, call) ? null : lang => callText(lang).notYours) ?? ownHelp(actor, call)
    ?? (call.ended_how === 'helped' ? null : lang => callText(lang).rateLater) ?? (call.rated_at ? lang => callText(lang).ratedAlready : null),

  /** Raising what was found: whoever went, whoever called, whoever looks after the place; once. */
  raiseFinding: (actor: Actor, call: Call): Said | null => signedOut(actor) ?? (call.matter_id ? lang => callText(lang).foundAlready : null)
    ?? (isCallers(actor, call) || helperIn(actor, call) ? null : lacks(actor, 'relay calls', call.place)),

  /** Looking at the number of whoever called: who goes there, and who looks after the place, while it is open. */
  readPhone: (actor: Actor, call: Call): Said | null => signedOut(actor) ?? over(call)
    ?? (helperIn(actor, call) ? null : lacks(actor, 'relay calls', call.place)),

  /** Looking at the number of who goes: whoever called, and who entered it for him, while it is open. */
  readHelperPhone: (actor: Actor, call: Call): Said | null => over(call) ?? (isCallers(actor, call) ? null : lang => callText(lang).notYours),
}

/** Whether the actor may know by sight who comes: whoever called or entered the call, and who looks after the place. */
export function seesWhoComes(actor: Actor, call: Call): boolean {
  return isCallers(actor, call) || holds(actor, 'relay calls', call.place)
}

/** The helper that the actor is, if any. */
export function helperIn(actor: Actor, call: Pick<Call, 'helpers'>) {
  return actor.personId === null ? undefined : call.helpers.find(helper => helper.person_id === actor.personId)
}

/** Whether the actor called, or entered the call, or holds its receipt. */
export function isCallers(actor: Actor, { caller_id, made_by, receipt }: Pick<Call, 'caller_id' | 'made_by' | 'receipt'>): boolean {
  return receipt || (actor.personId !== null && (caller_id === actor.personId || made_by === actor.personId))
}

// Whoever entered it for a caller may go himself.
function isOwn(actor: Actor, { caller_id, receipt }: Call): boolean {
  return receipt || (actor.personId !== null && caller_id === actor.personId)
}

// Whoever entered the call of somebody and went himself confirms and praises nobody but himself.
function ownHelp(actor: Actor, call: Call): Said | null {
  return helperIn(actor, call) ? lang => callText(lang).ownHelp : null
}

function over({ ended_at }: Pick<Call, 'ended_at'>): Said | null {
  return ended_at ? lang => callText(lang).over : null
}

function taken(call: Call): Said | null {
  return isWanted(call) ? null : lang => callText(lang).taken(listed(lang, call.helpers.map(helper => shownName(lang, helper))))
}

function goes(actor: Actor, call: Call): Said | null {
  return signedOut(actor) ?? (helperIn(actor, call) ? null : lang => callText(lang).notGoing)
}
