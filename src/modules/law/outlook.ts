// While it runs, for whoever counts: what it still takes at best. Pure.
import { cast, stillNeeded, yesStillNeeded, type Needed, type Votes } from '#modules/law/count.ts'
import type { Weight } from '#modules/law/share.ts'

/** What it still takes, if whoever is left takes part and says yes: more heads and more area, nothing where even that cannot do. */
export interface Outlook {
  readonly toQuorum: Weight
  readonly toCarry: { readonly heads: number | null, readonly area: number | null }
  readonly possible: boolean
}

/** The outlook over what was returned. It gives away how people voted: never shown before the close. */
export function outlook(votes: Votes, needed: Needed): Outlook {
  const toQuorum = stillNeeded(votes.total, cast(votes), needed)
  const yes = yesStillNeeded(votes, needed)
  // One more yes takes part as well, so whichever asks for more is enough for both.
  const both = (measure: 'heads' | 'area') => yes[measure] === null ? null : Math.max(yes[measure], toQuorum[measure])
  const toCarry = { heads: both('heads'), area: both('area') }
  return { toQuorum, toCarry, possible: toCarry.heads !== null && toCarry.area !== null }
}
