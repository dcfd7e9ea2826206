// A decision judged: what this kind needs here, what came of it under each way of counting, which way is in force and why. Pure.
import type { Said } from '#kit/phrase.ts'
import { lawText } from '#text/law.ts'
import { outcomes, type Needed, type Outcome, type Silence, type Votes } from '#modules/law/count.ts'
import { choiceIn, shareIn, type Held } from '#modules/law/held.ts'
import type { Rule, Rules } from '#modules/law/resolve.ts'
import type { Kind, MAJORITIES } from '#modules/law/rule.ts'
import { sourceSaid } from '#modules/law/say.ts'
import { enough, NOBODY, plus, type Share, type Weight } from '#modules/law/share.ts'

/** What a kind of decision needs, each with the rule it comes from. */
export interface Thresholds {
  readonly majority: Held<typeof MAJORITIES[number]>
  readonly participation: Held<Share>
  readonly consent: Held<Share>
}

/** What is needed for one of the nine kinds. Throws RangeError where no pack says. */
export function thresholds(rules: Rules, kind: Kind): Thresholds {
  const majority = choiceIn(rules, `majority_${kind}`)
  if (!majority) throw new RangeError(`no pack says majority_${kind}`)
  return {
    majority,
    participation: shareIn(rules, 'participation'),
    consent: shareIn(rules, majority.value === 'special' ? 'consent_special' : 'consent_ordinary'),
  }
}

/** A ballot that was not returned. `to`: in whose hands it came; `proven`: whether the proof (who, how, when) is there. */
export interface Unreturned extends Weight {
  readonly to: 'owner' | 'authorised' | 'other'
  readonly proven: boolean
}

/** Of the unreturned ballots, those that may count (proven, to the owner or whom he authorised), and the rest, which never do. */
export function delivered(unreturned: readonly Unreturned[]): { silent: Weight, notCounted: Weight } {
  const counts = ({ to, proven }: Unreturned) => proven && to !== 'other'
  const sum = (ballots: readonly Unreturned[]) => ballots.reduce<Weight>(plus, NOBODY)
  return { silent: sum(unreturned.filter(counts)), notCounted: sum(unreturned.filter(one => !counts(one))) }
}

/** One comparison, as it can be checked by hand: part × denominator against whole × numerator. `unit`: heads, or area in 0.01 m². */
export interface Comparison {
  readonly of: 'participation' | 'consent'
  readonly measure: 'heads' | 'area'
  readonly part: number
  readonly whole: number
  readonly share: Share
  readonly holds: boolean
}

/** Which way of counting silence is in force, by which rule, and why. */
export interface InForce {
  readonly silence: Silence
  readonly rule: Rule | null
  readonly reason: Said
}

/** The ways side by side, the one in force, and whether it is carried in that one. */
export interface Judgement {
  readonly kind: Kind
  readonly needed: Thresholds
  readonly outcomes: Record<Silence, Outcome & { readonly comparisons: readonly Comparison[] }>
  readonly inForce: InForce
  readonly carried: boolean
}

/**
 * Judges one question. `votes.silent` holds only what `delivered` calls silent; `clauseShown`: the notice said what silence would mean.
 * Throws RangeError when more voted than there are.
 */
export function judge(rules: Rules, kind: Kind, votes: Votes, { clauseShown }: { clauseShown: boolean }): Judgement {
  const needed = thresholds(rules, kind)
  const shares = { participation: needed.participation.value, consent: needed.consent.value }
  const found = outcomes(votes, shares)
  const compared = (silence: Silence) => ({ ...found[silence], comparisons: comparisons(votes.total, found[silence], shares) })
  const inForce = silenceInForce(rules, { clauseShown, silent: votes.silent })
  return {
    kind, needed, inForce,
    outcomes: {
      cast_only: compared('cast_only'),
      delivered_counts_as_participating: compared('delivered_counts_as_participating'),
      delivered_silence_follows_majority: compared('delivered_silence_follows_majority'),
    },
    carried: found[inForce.silence].carried,
  }
}

// Four comparisons, as the law asks for them: taking part and consent, each by heads and by area.
function comparisons(total: Weight, { participating, yes }: Outcome, { participation, consent }: Needed): Comparison[] {
  const compare = (of: Comparison['of'], part: Weight, whole: Weight, share: Share) => (['heads', 'area'] as const).map(measure => ({
    of, measure, part: part[measure], whole: whole[measure], share, holds: enough(part[measure], whole[measure], share),
  }))
  return [...compare('participation', participating, total, participation), ...compare('consent', yes, participating, consent)]
}

/** Which way of counting silence is in force: the estate's clause if it has one and the notice showed it, else only what was cast. */
export function silenceInForce(rules: Rules, { clauseShown, silent }: { clauseShown: boolean, silent: Weight }): InForce {
  const clause = choiceIn(rules, 'silence')
  const rule = clause?.rule ?? null
  if (!clause || clause.value === 'cast_only') return { silence: 'cast_only', rule, reason: lang => lawText(lang).noClause }
  if (!clauseShown) return { silence: 'cast_only', rule, reason: lang => lawText(lang).clauseNotShown }
  const { source } = clause.rule
  return { silence: clause.value, rule, reason: lang => lawText(lang).clause(sourceSaid(source, lang), silent.heads) }
}
