// 首次会议: the elected choose their chair and deputies, each with one vote; from that day they hold the posts, and the former committee no longer does.
import { z } from 'zod'
import { action, type Scene } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { committeePosts } from '#modules/elections/committee.ts'
import { electedTo, GIVERS, mayNot, type Election } from '#modules/elections/election.ts'
import { day, say, which } from '#modules/elections/fields.ts'
import { electionToChange, lawNow, notToCome } from '#modules/elections/find.ts'
import { leavePost, seat } from '#modules/elections/seat.ts'
import { committeeDecides, shareIn, sourceSaid, type Rules } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { itemText } from '#text/election-words.ts'
import { electionText } from '#text/elections.ts'

const people = z.array(z.coerce.number().int().positive()).max(30)

export const meetFirstInput = z.strictObject({
  id: which, on: day,
  present: people.min(1).meta({ label: say('present'), wrong: say('presentWrong') }),
  chair: z.coerce.number().int().positive().meta({ label: say('chair'), wrong: say('officeWrong') }),
  deputies: people.default([]).meta({ label: say('deputies'), wrong: say('officeWrong') }),
  yes: z.coerce.number().int().min(0).max(30).meta({ label: say('yes'), wrong: say('yesWrong') }),
})

type Input = z.output<typeof meetFirstInput>

/** Records it. More than half present, more than half of all members for the chair. In a by-election the chair may be a member of long standing. */
export const meetFirst = action({
  name: 'elections.meetFirst',
  summary: say('summaryMeetFirst'),
  input: meetFirstInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.meet,
  run: async (db, scene) => {
    const { subject: election, input, now } = scene
    const { rules, today } = await lawNow(db, election.estate.id, now)
    notToCome(input.on, today, 'on', election.elected_on)
    sound(election, input, rules)
    await former(db, scene, election, today)
    for (const member of electedTo(election)) {
      const office = member.person === input.chair ? 'chair' : input.deputies.includes(member.person) ? 'deputy' : 'member'
      await seat(db, election, member, office, input.on)
    }
    const ends = Temporal.PlainDate.from(input.on).add({ months: election.term_months ?? 0 }).subtract({ days: 1 }).toString()
    await db.updateTable('election').set({ met_on: input.on, term_ends: ends }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    await toHandOver(db, election, scene)
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { on: input.on, present: input.present.length, chair: input.chair, yes: input.yes } }
  },
})

function sound(election: Election, { present, chair, deputies, yes }: Input, rules: Rules): void {
  const members = electedTo(election).map(({ person }) => person)
  const among = (list: readonly number[]) => list.every(one => members.includes(one)) && new Set(list).size === list.length
  if (!among(present)) throw invalid([{ field: 'present', reason: say('presentWrong') }])
  if (!among([chair, ...deputies])) throw invalid([{ field: 'chair', reason: say('officeWrong') }])
  if (yes > present.length) throw invalid([{ field: 'yes', reason: say('yesWrong') }])
  if (committeeDecides(rules, { members: members.length, present: present.length, yes })) return
  const { rule } = shareIn(rules, 'committee_majority')
  throw invalid([{ field: 'yes', reason: lang => electionText(lang).notCarried(sourceSaid(rule.source, lang)) }])
}

// A by-election adds to the committee; every other election takes its place.
async function former(db: Writer, scene: Scene<Actor, Input, Election>, election: Election, today: string): Promise<void> {
  if (election.kind === 'by_election') return
  const { on } = scene.input
  const dayBefore = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
  for (const { id } of await committeePosts(db, election.estate.id, today).execute()) await leavePost(db, scene, id, dayBefore)
  const others = db.selectFrom('election').select('id').where('community_id', '=', db.community).where('estate_id', '=', election.estate.id).where('id', '<>', election.id)
  await db.updateTable('election_member').set({ until: on, left_why: 'term' }).where('community_id', '=', db.community)
    .where('election_id', 'in', others).where('until', 'is', null).execute()
}

const HANDED_OVER = {
  first: ['files', 'roster', 'plans'], term: ['seal', 'accounts', 'files', 'contracts', 'roster', 'plans'], by_election: [],
} as const satisfies Record<Election['kind'], readonly (keyof typeof itemText.pairs)[]>

async function toHandOver(db: Writer, { id, kind }: Election, { actor, now }: Scene<Actor, Input, Election>): Promise<void> {
  const given_from: typeof GIVERS[number] = kind === 'first' ? 'group' : 'former_committee'
  const rows = HANDED_OVER[kind].map(item => (
    { community_id: db.community, election_id: id, what: itemText('zh')[item], given_from, added_by: actor.personId ?? 0, added_at: now.toString() }))
  if (rows.length > 0) await db.insertInto('election_item').values(rows).execute()
}
