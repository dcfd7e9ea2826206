// The preparatory group and the owners' committee: how many, how long, and what is enough for a demand or a decision of theirs. Pure.
import type { Said } from '#kit/phrase.ts'
import { misfitText } from '#text/law.ts'
import { flagIn, numberIn, shareIn } from '#modules/law/held.ts'
import type { Rule, Rules } from '#modules/law/resolve.ts'
import type { KeyOf } from '#modules/law/rule.ts'
import { enough, reaches, type Weight } from '#modules/law/share.ts'

/** Why a group, a committee or a term cannot be as it is, and by which rule. */
export interface Misfit {
  readonly what: 'few' | 'many' | 'even' | 'owners' | 'short' | 'long'
  readonly rule: Rule
  readonly reason: Said
}

/** What is wrong with a preparatory group of so many members, of whom so many are owners; nothing where it is in order. */
export function groupMisfits(rules: Rules, { members, owners }: { members: number, owners: number }): Misfit[] {
  const share = shareIn(rules, 'group_owners')
  return [
    ...atLeast(rules, 'group_size', members, 'few'),
    ...odd(rules, 'group_odd', members),
    ...enough(owners, members, share.value) ? [] : [misfit('owners', share.rule, members)],
  ]
}

/** What is wrong with a committee of so many members in an estate of so many homes, elected for so many months. */
export function committeeMisfits(rules: Rules, { members, homes, months }: { members: number, homes: number, months: number }): Misfit[] {
  const below = numberIn(rules, 'committee_small_below')
  return [
    ...atLeast(rules, below && homes < below.value ? 'committee_least_small' : 'committee_least', members, 'few'),
    ...atMost(rules, 'committee_most', members, 'many'),
    ...odd(rules, 'committee_odd', members),
    ...atLeast(rules, 'term_least', months, 'short'),
    ...atMost(rules, 'term_most', months, 'long'),
  ]
}

/** A meeting of the committee: enough present, and carried by enough of all members (absent ones count as not agreeing). */
export function committeeDecides(rules: Rules, { members, present, yes }: { members: number, present: number, yes: number }): boolean {
  if (yes > present || present > members) throw new RangeError('more agree than are there')
  return enough(present, members, shareIn(rules, 'committee_quorum').value) && enough(yes, members, shareIn(rules, 'committee_majority').value)
}

/** Whether so many owners, by heads and by area, can demand an extraordinary assembly or move a recall. */
export function mayDemand(rules: Rules, what: 'extraordinary_request' | 'recall_request_owners', asking: Weight, total: Weight): boolean {
  return reaches(asking, total, shareIn(rules, what).value)
}

function atLeast(rules: Rules, key: KeyOf<'count' | 'months'>, has: number, what: 'few' | 'short'): Misfit[] {
  const least = numberIn(rules, key)
  return least && has < least.value ? [misfit(what, least.rule, least.value)] : []
}

function atMost(rules: Rules, key: KeyOf<'count' | 'months'>, has: number, what: 'many' | 'long'): Misfit[] {
  const most = numberIn(rules, key)
  return most && has > most.value ? [misfit(what, most.rule, most.value)] : []
}

function odd(rules: Rules, key: KeyOf<'flag'>, members: number): Misfit[] {
  const held = flagIn(rules, key)
  return held?.value && members % 2 === 0 ? [misfit('even', held.rule, members)] : []
}

function misfit(what: Misfit['what'], rule: Rule, number: number): Misfit {
  return { what, rule, reason: lang => misfitText(lang)[what](number) }
}
