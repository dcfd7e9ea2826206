// 业委会选举: what an election is made of, how it stands, and who may not do what in it, and why. Pure.
import type { CandidateFound, CommitteeOffice, DecisionStage, ElectionKind, GroupParty } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { lacksPost, signedOut, type Actor, type PostKind } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import { electionStageText } from '#text/election-words.ts'
import { electionText } from '#text/elections.ts'

export const KINDS = ['first', 'term', 'by_election'] as const satisfies readonly ElectionKind[]
export const PARTIES = ['street', 'residents_committee', 'branch', 'owner', 'developer'] as const satisfies readonly GroupParty[]
export const FOUND = ['self', 'owners', 'branch', 'residents_committee'] as const satisfies readonly CandidateFound[]
export const DRAFTS = ['rules_of_procedure', 'covenant', 'method'] as const
export const POSTED_THINGS = ['group', 'drafts', 'candidates', 'committee'] as const
export const OBJECTED_TO = ['group', 'drafts', 'candidates', 'result'] as const

/** What a member of a committee must be (指导规则 31). */
export const CONDITIONS = ['owner', 'capacity', 'lawful', 'public_spirit', 'able', 'time'] as const
export type Condition = typeof CONDITIONS[number]

/** What goes to the district and the street office (物业管理条例 16, 指导规则 33). */
export const PAPERS = ['application', 'resolution', 'rules_of_procedure', 'covenant', 'members', 'identity', 'result_notice', 'first_minutes'] as const

/** Who can have something to hand over. */
export const GIVERS = ['group', 'former_committee', 'property', 'residents_committee', 'developer'] as const

/** Who keeps an election: never the property company. */
export const KEEPERS = ['secretary', 'street_officer'] as const satisfies readonly PostKind[]
const COMMITTEE = ['committee_chair', 'committee_member'] as const satisfies readonly PostKind[]

/** Somebody of the preparatory group. */
export interface GroupMember {
  readonly person: number
  readonly party: GroupParty
  readonly leads: boolean
}

/** Somebody who was elected; without `since` he is a spare member, or waits for the first meeting. */
export interface Member {
  readonly id: number
  readonly person: number
  readonly rank: number
  readonly office: CommitteeOffice | null
  readonly since: string | null
  readonly until: string | null
  readonly post: number | null
}

/** An election as the rules see it. Days as 2026-11-22. */
export interface Election {
  readonly id: number
  readonly estate_id: number
  readonly kind: ElectionKind
  readonly requested_on: string
  readonly formed_on: string | null
  readonly session_id: number | null
  readonly decision_id: number | null
  readonly seats: number | null
  readonly term_months: number | null
  readonly elected_on: string | null
  readonly met_on: string | null
  readonly term_ends: string | null
  readonly filed_on: string | null
  readonly stopped_at: Temporal.Instant | null
  readonly vote: DecisionStage | null
  readonly estate: Place
  readonly zone: string
  readonly group: readonly GroupMember[]
  readonly members: readonly Member[]
}

export type Stage = keyof typeof electionStageText.pairs

/** How it stands. */
export function stageOf({ stopped_at, met_on, elected_on, decision_id, vote, kind, formed_on }: Pick<Election, 'stopped_at' | 'met_on' | 'elected_on' | 'decision_id' | 'vote' | 'kind' | 'formed_on'>): Stage {
  if (stopped_at) return 'stopped'
  if (met_on) return 'office'
  if (elected_on) return 'elected'
  if (decision_id !== null && vote !== 'dropped') return 'voting'
  return kind === 'first' && formed_on === null ? 'requested' : 'preparing'
}

/** The members of this election who have a seat today: not the spare ones, not those who left. */
export function seated({ members }: Pick<Election, 'members'>): Member[] {
  return members.filter(({ since, until }) => since !== null && until === null)
}

/** Those elected to a seat, before the first meeting. */
export function electedTo({ members, seats }: Pick<Election, 'members' | 'seats'>): Member[] {
  return members.filter(({ rank, until }) => rank <= (seats ?? 0) && until === null)
}

type Where = Pick<Election, 'estate' | 'group' | 'members'>

const keeping = (actor: Actor, { estate }: Pick<Election, 'estate'>): Said | null => lacksPost(actor, KEEPERS, estate)
const owning = (actor: Actor, { estate }: Pick<Election, 'estate'>): Said | null =>
  signedOut(actor) ?? (owns(actor, estate.id) ? null : lang => electionText(lang).ownersOnly)
const living = (actor: Actor, { estate }: Pick<Election, 'estate'>): Said | null =>
  signedOut(actor) ?? (actor.homes.some(home => home.estate_id === estate.id) ? null : lang => electionText(lang).neighboursOnly)
const working = (actor: Actor, election: Where): Said | null =>
  signedOut(actor) ?? (!keeping(actor, election) || election.group.some(({ person }) => person === actor.personId) ? null : lang => electionText(lang).groupOnly)
const sitting = (actor: Actor, { estate, members }: Where): Said | null =>
  signedOut(actor) ?? (lacksPost(actor, COMMITTEE, estate) === null || members.some(one => one.person === actor.personId && one.since !== null && one.until === null)
    ? null : lang => electionText(lang).membersOnly)

const only = (...stages: Stage[]) => (election: Election): Said | null => {
  const stage = stageOf(election)
  return stages.includes(stage) ? null : lang => electionText(lang).notNow(electionStageText(lang)[stage])
}
const open = only('requested', 'preparing', 'voting', 'elected', 'office')
const before = only('requested', 'preparing')

/** Whether the actor owns a home of this estate. */
export function owns(actor: Actor, estate: number): boolean {
  return actor.homes.some(home => home.kind === 'owner' && home.estate_id === estate)
}

/** Why the actor may not, by what he wants to do; null where he may. */
export const mayNot = {
  /** Begin an election: owners, the committee, and whoever keeps elections. */
  request: (actor: Actor, estate: Place) => signedOut(actor) ?? (
    [owning(actor, { estate }), keeping(actor, { estate }), lacksPost(actor, COMMITTEE, estate)].includes(null) ? null : (lang: 'zh' | 'en') => electionText(lang).ownersOnly),
  back: (actor: Actor, election: Election) => owning(actor, election) ?? before(election),
  enter: (actor: Actor, election: Election) => keeping(actor, election) ?? before(election),
  form: (actor: Actor, election: Election) => keeping(actor, election) ?? before(election),
  /** Write drafts, record candidates and postings. */
  prepare: (actor: Actor, election: Election) => working(actor, election) ?? only('preparing')(election),
  post: (actor: Actor, election: Election) => working(actor, election) ?? only('preparing', 'voting', 'elected', 'office')(election),
  recommend: (actor: Actor, election: Election) => (working(actor, election) === null ? null : owning(actor, election)) ?? only('preparing')(election),
  stand: (actor: Actor, election: Election) => owning(actor, election) ?? only('preparing')(election),
  object: (actor: Actor, election: Election) => owning(actor, election) ?? only('preparing', 'voting', 'elected', 'office')(election),
  answer: (actor: Actor, election: Election) => working(actor, election) ?? open(election),
  putToVote: (actor: Actor, election: Election) => keeping(actor, election) ?? only('preparing', 'voting')(election),
  takeResult: (actor: Actor, election: Election) => keeping(actor, election) ?? only('voting')(election),
  meet: (actor: Actor, election: Election) => keeping(actor, election) ?? only('elected')(election),
  /** Papers and the hand-over list: whoever keeps it, and the committee itself. */
  settle: (actor: Actor, election: Election) => (keeping(actor, election) === null ? null : sitting(actor, election)) ?? only('office')(election),
  stop: (actor: Actor, election: Election) => keeping(actor, election) ?? only('requested', 'preparing', 'voting')(election),
  keep: (actor: Actor, election: Election) => keeping(actor, election) ?? open(election),
  ask: (actor: Actor, election: Election) => living(actor, election) ?? open(election),
  visit: (actor: Actor, election: Election) => working(actor, election) ?? only('requested', 'preparing', 'voting')(election),
  /** Later in the term. */
  leave: (actor: Actor, election: Election) => keeping(actor, election) ?? only('elected', 'office')(election),
  /** By the member himself. */
  resign: (election: Election) => only('elected', 'office')(election),
  recall: (actor: Actor, election: Election) => (owns(actor, election.estate.id) ? null : sitting(actor, election)) ?? only('office')(election),
  sit: (actor: Actor, election: Election) => sitting(actor, election) ?? only('office')(election),
  /** See what only those who work on it see: the names behind visits. */
  work: (actor: Actor, election: Where) => working(actor, election),
} as const
