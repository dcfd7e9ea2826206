// A ballot: for each option in order a number, and what is wrong with it. Pure.
import type { Said } from '#kit/phrase.ts'
import { isRanked, type Poll } from '#modules/polls/poll.ts'
import { castText } from '#text/ballots.ts'

/** Ticked (1) or not (0); a rank from 1 on (0: none); or a score. One number for each option, in their order. */
export type Marks = readonly number[]

/** Why these marks are no ballot of this poll, or null. `options`: how many there are. */
export function wrongMarks(poll: Pick<Poll, 'rule' | 'most' | 'top'>, options: number, marks: Marks): Said | null {
  if (marks.length !== options) return lang => castText(lang).otherOptions
  if (isRanked(poll.rule)) return wrongRanks(marks)
  if (poll.rule === 'score') return marks.some(mark => mark > poll.top) ? lang => castText(lang).scoreWrong(poll.top) : null
  if (marks.some(mark => mark > 1)) return lang => castText(lang).otherOptions
  return wrongTicks(poll, marks.filter(mark => mark === 1).length)
}

function wrongTicks({ rule, most }: Pick<Poll, 'rule' | 'most'>, ticks: number): Said | null {
  const limit = rule === 'approval' ? Infinity : rule === 'multiple' ? most : 1
  if (ticks > limit) return lang => castText(lang).tooMany(limit)
  // Whoever wants neither yes nor no abstains, and is counted among those who answered.
  return ticks === 0 && rule !== 'yes_no' ? lang => castText(lang).tickOne : null
}

// Ranks may stop before the last option, but not leave one out.
function wrongRanks(marks: Marks): Said | null {
  const ranks = marks.filter(mark => mark > 0).toSorted((a, b) => a - b)
  if (ranks.length === 0) return lang => castText(lang).rankOne
  const twice = ranks.find((rank, i) => rank === ranks[i - 1])
  if (twice !== undefined) return lang => castText(lang).rankTwice(twice)
  return ranks.some((rank, i) => rank !== i + 1) ? lang => castText(lang).rankGap : null
}

/** The options in the order of their ranks, by position from 1; those without a rank are left out. */
export function orderOf(marks: Marks): number[] {
  return marks.map((rank, i) => ({ rank, position: i + 1 })).filter(({ rank }) => rank > 0)
    .toSorted((a, b) => a.rank - b.rank).map(({ position }) => position)
}
