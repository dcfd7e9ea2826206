// What a vote of owners came to, under each of the three ways of counting ballots that were not returned. Pure.
import { minus, missing, plus, reaches, yesMissing, type Share, type Weight } from '#modules/law/share.ts'

/** How ballots that were delivered and not returned are counted (指导规则 26; (2022)沪02民初16号). */
export const SILENCE = ['cast_only', 'delivered_counts_as_participating', 'delivered_silence_follows_majority'] as const
export type Silence = typeof SILENCE[number]

/** What was voted. `silent`: delivered with proof and not returned. */
export interface Votes {
  readonly total: Weight
  readonly yes: Weight
  readonly no: Weight
  readonly abstained: Weight
  readonly silent: Weight
}

/** What is needed: how much of all must take part, and how much of those must say yes. */
export interface Needed {
  readonly participation: Share
  readonly consent: Share
}

/** One way of counting: who counts as taking part, who as saying yes, and whether both are enough. */
export interface Outcome {
  readonly silence: Silence
  readonly participating: Weight
  readonly yes: Weight
  readonly no: Weight
  readonly quorate: boolean
  readonly carried: boolean
  /** How many more would have to take part; nothing where it is enough. */
  readonly toQuorum: Weight
}

/** The result under every way of counting, side by side. Throws RangeError when more voted than there are. */
export function outcomes(votes: Votes, needed: Needed): Record<Silence, Outcome> {
  sound(votes)
  const of = (silence: Silence) => outcome(votes, needed, silence)
  return {
    cast_only: of('cast_only'),
    delivered_counts_as_participating: of('delivered_counts_as_participating'),
    delivered_silence_follows_majority: of('delivered_silence_follows_majority'),
  }
}

function outcome(votes: Votes, { participation, consent }: Needed, silence: Silence): Outcome {
  const returned = cast(votes)
  const follows = silence === 'delivered_silence_follows_majority' ? majority(votes) : null
  const participating = silence === 'cast_only' ? returned : plus(returned, votes.silent)
  const yes = follows === 'yes' ? plus(votes.yes, votes.silent) : votes.yes
  const no = follows === 'no' ? plus(votes.no, votes.silent) : votes.no
  const quorate = reaches(participating, votes.total, participation)
  return {
    silence, participating, yes, no, quorate,
    carried: quorate && reaches(yes, participating, consent),
    toQuorum: missing(participating, votes.total, participation),
  }
}

/** What most returned ballots say, by heads and by area alike; null where these disagree or nothing leads. Abstaining is an opinion. */
export function majority({ yes, no, abstained }: Votes): 'yes' | 'no' | 'abstained' | null {
  const named = [['yes', yes], ['no', no], ['abstained', abstained]] as const
  const ahead = (weight: Weight, than: Weight) => weight.heads > than.heads && weight.area > than.area
  const leading = named.find(([name, weight]) => named.every(([other, its]) => other === name || ahead(weight, its)))
  return leading?.[0] ?? null
}

/** Everybody who returned a ballot. */
export function cast({ yes, no, abstained }: Votes): Weight {
  return plus(plus(yes, no), abstained)
}

/** While it is open: what is still needed, without saying how anybody voted so far. */
export function stillNeeded(total: Weight, returned: Weight, { participation }: Needed): Weight {
  return missing(returned, total, participation)
}

/** After the end, or for whoever counts: how many more yes would have carried it, if whoever is left had said yes. */
export function yesStillNeeded(votes: Votes, { consent }: Needed) {
  const returned = cast(votes)
  return yesMissing(votes.yes, returned, minus(votes.total, returned), consent)
}

function sound(votes: Votes): void {
  const all = plus(cast(votes), votes.silent)
  const parts = [votes.total, votes.yes, votes.no, votes.abstained, votes.silent]
  const whole = (number: number) => Number.isSafeInteger(number) && number >= 0
  if (!parts.every(({ heads, area }) => whole(heads) && whole(area))) throw new RangeError('heads and areas are whole numbers from 0')
  if (all.heads > votes.total.heads || all.area > votes.total.area) throw new RangeError('more voted than there are')
}
