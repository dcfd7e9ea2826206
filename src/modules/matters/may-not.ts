// Who may not do what with a matter, and why. Pure: the page asks the same, and greys the button with the reason.
import type { Said } from '#kit/phrase.ts'
import { handles, isInside, isOne, isOpen, SECOND_THOUGHTS, type Matter, type MatterUnderMethod } from '#modules/matters/matter.ts'
import { mayBeRedone, ratingStep } from '#modules/matters/ratings.ts'
import { nextSteps, pathOf } from '#modules/methods/public.ts'
import { holdsPost, lacks, lacksPost, signedOut, type Actor, type PostKind } from '#modules/people/public.ts'
import { closingText, ratingText } from '#text/closing.ts'
import { matterText } from '#text/matters.ts'
import { commentText } from '#text/moderation-author.ts'
import { moderationText } from '#text/moderation.ts'
import { workText } from '#text/work.ts'

/** The reason why the actor may not, or null. */
export const mayNot = {
  /** Anything at all: it was taken back, goes on with another one, or is closed. */
  alive: (matter: Matter): Said | null => over(matter),

  /** Taking it to a next step: whoever the method names for this step, and whoever handles the matter. */
  move: (actor: Actor, matter: MatterUnderMethod): Said | null =>
    over(matter) ?? (nextSteps(matter.method, matter.track, matter.step).length === 0 ? lang => matterText(lang).closedAlready : null) ?? notTheirs(actor, matter),

  /** Taking it on: whoever was asked, or whoever the method names for this step. */
  accept: (actor: Actor, matter: MatterUnderMethod): Said | null =>
    over(matter) ?? (matter.accepted_at && matter.lead_id !== null ? lang => workText(lang).acceptedAlready : null) ?? notTheirs(actor, matter),

  /** Giving it back: only whoever was asked or took it on. */
  giveBack: (actor: Actor, matter: Matter): Said | null =>
    over(matter) ?? signedOut(actor) ?? (isLead(actor, matter) ? null : lang => workText(lang).notYourCharge),

  /** Everything that those who handle it do: ask, reply, note, pause, tasks, costs, merging … */
  handle: (actor: Actor, matter: Matter): Said | null => over(matter) ?? outside(actor, matter),

  pause: (actor: Actor, matter: Matter): Said | null =>
    over(matter) ?? (matter.paused_at ? lang => workText(lang).pausedAlready : null) ?? outside(actor, matter),

  resume: (actor: Actor, matter: Matter): Said | null =>
    over(matter) ?? (matter.paused_at ? null : lang => workText(lang).notPaused) ?? outside(actor, matter),

  /** Answering what was asked: the raiser, by account or by receipt. */
  answer: (actor: Actor, matter: Matter, hasReceipt: boolean): Said | null =>
    over(matter) ?? (raised(actor, matter, hasReceipt) ? null : lang => matterText(lang).notYours)
      ?? (matter.waits_for_resident ? null : lang => workText(lang).nothingAsked),

  /** Urging: whoever waits for it. */
  urge: (actor: Actor, matter: Matter, waits: boolean, hasReceipt: boolean): Said | null =>
    over(matter) ?? (raised(actor, matter, hasReceipt) || waits ? null : signedOut(actor) ?? (lang => workText(lang).followFirst)),

  /** Rating: the raiser and those who have the same trouble, from the step at which it is asked until it is closed; nobody his own work. */
  rate: (actor: Actor, matter: MatterUnderMethod, waits: boolean, hasReceipt: boolean): Said | null =>
    over(matter) ?? (isShown(matter) ? null : lang => ratingText(lang).later)
      ?? (handles(actor, matter) && actor.personId !== matter.raiser_id ? lang => ratingText(lang).ownWork : null)
      ?? (raised(actor, matter, hasReceipt) || waits ? null : notWaiting(actor)),

  /** Having it done again: whoever may rate, when it can be rated and after it was closed. */
  reopen: (actor: Actor, matter: MatterUnderMethod, waits: boolean, hasReceipt: boolean): Said | null =>
    gone(matter) ?? merged(matter) ?? (matter.step === 'close' || (isShown(matter) && mayBeRedone(matter)) ? null : lang => closingText(lang).stillOpen)
      ?? (raised(actor, matter, hasReceipt) || waits ? null : notWaiting(actor)),

  /** Closing: whoever the method names for this step, and the lead. */
  close: (actor: Actor, matter: MatterUnderMethod): Said | null =>
    over(matter) ?? (nextSteps(matter.method, matter.track, matter.step).includes('close') ? null : lang => closingText(lang).notYet)
      ?? (isLead(actor, matter) ? null : lacksPost(actor, matter.method.steps[matter.step]?.may ?? [], matter.place)),

  follow: (actor: Actor, matter: Matter): Said | null =>
    gone(matter) ?? waiting(matter) ?? signedOut(actor) ?? (matter.raiser_id === actor.personId ? lang => matterText(lang).yourOwn : null),

  /** Saying something about it: whoever signed in, where everybody sees it. */
  comment: (actor: Actor, matter: Matter): Said | null =>
    over(matter) ?? signedOut(actor) ?? (isOpen(matter) && matter.standing === 'shown' ? null : lang => commentText(lang).privateMatter),

  withdraw: (matter: Matter, hasReceipt: boolean, now: Temporal.Instant, carriesOthers = false): Said | null => {
    if (carriesOthers) return lang => workText(lang).carriesOthers
    if (!hasReceipt) return lang => matterText(lang).notYours
    if (ended(matter)) return ended(matter)
    if (Temporal.Instant.compare(now, matter.raised_at.add(SECOND_THOUGHTS)) > 0) return lang => matterText(lang).tooLateToWithdraw
    return null
  },
}

function raised(actor: Actor, matter: Matter, hasReceipt: boolean): boolean {
  return hasReceipt || (actor.personId !== null && actor.personId === matter.raiser_id)
}

function isLead(actor: Actor, matter: Matter): boolean {
  return isOne(actor, { person_id: matter.lead_id, organisation_id: matter.lead_id === null ? matter.lead_organisation_id : null })
}

function notTheirs(actor: Actor, matter: MatterUnderMethod): Said | null {
  const posts: readonly PostKind[] = matter.method.steps[matter.step]?.may ?? []
  return handles(actor, matter) || holdsPost(actor, posts, matter.place) ? null : lacksPost(actor, posts, matter.place)
}

function outside(actor: Actor, matter: Matter): Said | null {
  return isInside(actor, matter) ? null : lacks(actor, 'move matter', matter.place)
}

function notWaiting(actor: Actor): Said {
  return signedOut(actor) ?? (lang => ratingText(lang).followFirst)
}

// The work can be looked at: it stands at the step at which it is rated, or beyond.
function isShown({ method, track, step }: MatterUnderMethod): boolean {
  const path = pathOf(method, track)
  return path.indexOf(step) >= path.indexOf(ratingStep(method, track))
}

function over(matter: Matter): Said | null {
  return ended(matter) ?? waiting(matter)
}

function ended(matter: Matter): Said | null {
  return gone(matter) ?? merged(matter) ?? (matter.step === 'close' ? lang => matterText(lang).closedAlready : null)
}

function waiting({ standing }: Matter): Said | null {
  return standing === 'held' ? lang => moderationText(lang).notLookedAt : null
}

function merged(matter: Matter): Said | null {
  return matter.merged_into === null ? null : lang => workText(lang).goesOnWith(matter.merged_into ?? 0)
}

function gone(matter: Matter): Said | null {
  return matter.withdrawn_at ? lang => matterText(lang).withdrawnAlready : null
}
