// 导入花名册: a list of homes and people becomes the community, in one act. Importing it again changes nothing.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { TABLE_LIMITS } from '#kit/tables.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { homeKey, postKey } from '#modules/roster/identity.ts'
import { checkLines, problemSaid } from '#modules/roster/read-file.ts'
import { rosterRow, spotOf, type RosterRow } from '#modules/roster/roster.ts'
import { kindFor, livingOf, servingOf, usualName } from '#modules/roster/serving.ts'
import { settleGrids } from '#modules/roster/settle-grids.ts'
import { settleHomes } from '#modules/roster/settle-homes.ts'
import { settlePeople } from '#modules/roster/settle-people.ts'
import { settlePosts } from '#modules/roster/settle-posts.ts'
import { settleTies } from '#modules/roster/settle-ties.ts'
import { settlePlaces } from '#modules/places/public.ts'
import { rosterText } from '#text/roster.ts'

const cell = z.string().max(2000).optional()

/** Rows as typed, each cell a text; `line` numbers them for problems. `accept: 'good rows'` leaves out the rows that have one. */
export const importRosterInput = z.strictObject({
  rows: z.array(z.strictObject({
    line: z.number().int().positive(),
    ...Object.fromEntries(Object.keys(rosterRow.shape).map(column => [column, cell])),
  })).min(1).max(TABLE_LIMITS.rows).meta({ wrong: lang => rosterText(lang).tooMany(TABLE_LIMITS.rows) }),
  accept: z.enum(['all', 'good rows']).default('all'),
})

/** Told after each of the steps of an import: how many are done, of how many. */
export type Progress = (done: number, total: number) => void

const STEPS = 6

/** The import, telling its progress: for the page that shows it. */
export function importRosterWith(progress: Progress) {
  return action({
    name: 'roster.import',
    summary: lang => rosterText(lang).summaryImport,
    input: importRosterInput,
    // Locked, so that two imports at once do not make the same places; others may go on raising matters.
    subject: (db, _input, _actor: Actor) => db.selectFrom('community').innerJoin('street', 'street.id', 'community.street_id')
      .select(['community.name', 'street.name as street', 'community.time_zone'])
      .where('community.id', '=', db.community).forNoKeyUpdate('community').executeTakeFirstOrThrow(),
    refuse: actor => lacks(actor, 'import roster', null),
    run: async (db, { subject: community, input, secrets, now }) => {
      const { good, problems } = checkLines(input.rows)
      if (problems.length > 0 && input.accept === 'all') {
        throw invalid(problems.map(each => ({ field: `rows.${each.line}.${each.column}`, reason: problemSaid(each) })))
      }
      const today = now.toZonedDateTimeISO(community.time_zone).toPlainDate().toString()
      const counts = await enterRoster(db, secrets, good, { ...community, today }, progress)
      const leftOut = input.rows.length - good.length
      return { subject: 'people/roster', answer: { id: db.community, ...counts, leftOut }, facts: { ...counts, leftOut } }
    },
  })
}

/** The import without telling its progress: for programs. */
export const importRoster = importRosterWith(() => undefined)

async function enterRoster(
  db: Writer, secrets: Secrets, rows: readonly RosterRow[], community: { name: string, street: string, today: string }, progress: Progress,
) {
  const living = rows.filter(row => row.home !== '').map(livingOf)
  const serving = rows.filter(row => row.post !== null).map(row => ({ row: servingOf(row), from: row }))
  const places = await settlePlaces(db, [...living, ...serving.map(({ row }) => row)].map(spotOf))
  progress(1, STEPS)
  const homes = await settleHomes(db, living, places)
  progress(2, STEPS)
  const grids = await settleGrids(db, [...living, ...serving.map(({ row }) => row)], places)
  progress(3, STEPS)
  const named = rows.filter(row => row.name !== '')
  const homeOf = (row: RosterRow) => row.home === '' ? null : places.idOf(spotOf(row))
  const people = await settlePeople(db, secrets, named.map(row => ({ ...row, at: knownAt(row, homeOf(row), community) })))
  const idOf = new Map(named.map((row, i) => [row, people.ids[i] ?? 0]))
  progress(4, STEPS)
  const ties = await settleTies(db, named.flatMap(row => {
    const homeId = homeOf(row)
    const { tie: kind, since, until } = row
    return homeId === null || kind === null ? [] : [{ homeId, personId: idOf.get(row) ?? 0, kind, since, until }]
  }), community.today)
  progress(5, STEPS)
  const posts = await settlePosts(db, serving.flatMap(({ row, from }) => row.post === null ? [] : [{
    personId: idOf.get(from) ?? 0, kind: row.post, row,
    gridId: grids.idOf(row), placeId: grids.idOf(row) === null ? places.idOf(spotOf(row)) : null,
  }]), community, community.today)
  progress(6, STEPS)
  return {
    places: places.added.size, homes: homes.added, homesChanged: homes.changed, grids: grids.added, gridsLaid: grids.laid,
    people: people.added, peopleChanged: people.changed, ties: ties.added, tiesChanged: ties.changed,
    posts: posts.added, postsChanged: posts.changed,
  }
}

function knownAt(row: RosterRow, homeId: number | null, community: { name: string, street: string }): string[] {
  const post = row.post === null ? [] : [postKey(row.post, row.organisation || usualName(kindFor(row.post, ''), servingOf(row), community))]
  return homeId === null ? post : [homeKey(homeId), ...post]
}
