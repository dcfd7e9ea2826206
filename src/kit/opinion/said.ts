// What groups said: the statements that all of them share, and those that tell them apart.
import type { Total } from '#kit/opinion/votes.ts'

/** Of the statement in column `column`: how likely a member of each group agrees, multiplied over the groups; the same for disagreeing. */
export interface Shared {
  readonly column: number
  readonly agree: number
  readonly disagree: number
}

/** Group-aware consensus (Small et al. 2021): `totals` by group, then by column. What one group dislikes is low, however large the others. */
export function sharedBy(totals: readonly (readonly Total[])[]): Shared[] {
  const columns = totals[0]?.length ?? 0
  return Array.from({ length: columns }, (_, column) => {
    const groups = totals.map(group => group[column] ?? { agree: 0, disagree: 0, pass: 0 })
    return {
      column,
      agree: groups.reduce((product, group) => product * likely(group.agree, heard(group)), 1),
      disagree: groups.reduce((product, group) => product * likely(group.disagree, heard(group)), 1),
    }
  })
}

function heard({ agree, disagree, pass }: Total): number {
  return agree + disagree + pass
}

// With one vote each way that nobody cast, so that three of three is less certain than thirty of thirty.
function likely(said: number, of: number): number {
  return (said + 1) / (of + 2)
}

/** A statement that tells a group apart. */
export interface Telling {
  readonly column: number
  /** What the group says of it. */
  readonly says: 'agree' | 'disagree'
  readonly said: number
  readonly of: number
  /** How likely a member says so, and how many times likelier than somebody else. */
  readonly likely: number
  readonly times: number
  /** In standard deviations: more than half of the group, and more than the others. */
  readonly most: number
  readonly more: number
}

// 90 %, one-sided.
const CERTAIN = 1.2816

/** The statements that tell group `group` apart, the most telling first: more than half say it, and more than elsewhere, both beyond chance. */
export function tellingOf(totals: readonly (readonly Total[])[], group: number): Telling[] {
  const others = totals.filter((_, index) => index !== group)
  return (totals[group] ?? [])
    .map((own, column) => tell(own, sum(others.map(other => other[column])), column))
    .filter(telling => telling.more > CERTAIN && telling.most > CERTAIN)
    .toSorted((a, b) => weight(b) - weight(a) || a.column - b.column)
}

function sum(totals: readonly (Total | undefined)[]): Total {
  const of = (word: keyof Total): number => totals.reduce((count, total) => count + (total?.[word] ?? 0), 0)
  return { agree: of('agree'), disagree: of('disagree'), pass: of('pass') }
}

function tell(own: Total, others: Total, column: number): Telling {
  const says = more(own.agree, heard(own), others.agree, heard(others)) > more(own.disagree, heard(own), others.disagree, heard(others))
    ? 'agree' : 'disagree'
  const [said, of, saidElsewhere, ofElsewhere] = [own[says], heard(own), others[says], heard(others)]
  return {
    column, says, said, of, likely: likely(said, of), times: likely(said, of) / likely(saidElsewhere, ofElsewhere),
    most: most(said, of), more: more(said, of, saidElsewhere, ofElsewhere),
  }
}

function weight({ likely, times, most, more }: Telling): number {
  return likely * times * most * more
}

// One share against a half.
function most(said: number, of: number): number {
  return 2 * Math.sqrt(of + 1) * ((said + 1) / (of + 1) - 0.5)
}

// One share against another.
function more(said: number, of: number, saidElsewhere: number, ofElsewhere: number): number {
  const [here, there] = [(said + 1) / (of + 1), (saidElsewhere + 1) / (ofElsewhere + 1)]
  const both = (said + saidElsewhere + 2) / (of + ofElsewhere + 2)
  return both === 1 ? 0 : (here - there) / Math.sqrt(both * (1 - both) * (1 / (of + 1) + 1 / (ofElsewhere + 1)))
}
