// 时数账: two accounts for each entry, the volunteer's and the project's, that sum to zero. Nothing in it is ever changed.
import type { Writer } from '#kit/db.ts'

/** What is posted: minutes that count for each person in one serving. */
export interface Posted {
  readonly serving: number
  readonly project: number
  readonly by: number
  readonly now: Temporal.Instant
  /** The correction that it comes from. */
  readonly correction?: number
}

/** Posts what each has served; who served no minute has nothing in the ledger. */
export async function post(db: Writer, { serving, project, by, now, correction }: Posted, shares: readonly { person: number, minutes: number }[]) {
  const counted = new Map(shares.filter(({ minutes }) => minutes > 0).map(({ person, minutes }) => [person, minutes]))
  if (counted.size === 0) return
  const postings = await db.insertInto('hours_posting').values([...counted.keys()].map(person => ({
    community_id: db.community, serving_id: serving, person_id: person, correction_id: correction ?? null, posted_by: by, posted_at: now.toString(),
  }))).returning(['id', 'person_id']).execute()
  await db.insertInto('hours_entry').values(postings.flatMap(({ id, person_id }) => {
    const of = { community_id: db.community, posting_id: id }
    const minutes = counted.get(person_id) ?? 0
    return [
      { ...of, account: 'person' as const, person_id, minutes },
      { ...of, account: 'project' as const, project_id: project, minutes: -minutes },
    ]
  })).execute()
}

/** Takes back what stands for this person in this serving, if anything does. */
export async function takeBack(db: Writer, { serving, by, now, correction }: Omit<Posted, 'project'>, person: number): Promise<void> {
  const standing = await db.selectFrom('hours_posting as standing').select('standing.id')
    .where('standing.community_id', '=', db.community).where('standing.serving_id', '=', serving).where('standing.person_id', '=', person)
    .where('standing.reverses', 'is', null)
    .where('standing.id', 'not in', db.selectFrom('hours_posting as back').select(back => back.ref('back.reverses').$notNull().as('id'))
      .where('back.community_id', '=', db.community).where('back.serving_id', '=', serving).where('back.reverses', 'is not', null))
    .executeTakeFirst()
  if (!standing) return
  const { id } = await db.insertInto('hours_posting').values({
    community_id: db.community, serving_id: serving, person_id: person, reverses: standing.id, correction_id: correction ?? null,
    posted_by: by, posted_at: now.toString(),
  }).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('hours_entry').columns(['community_id', 'posting_id', 'account', 'person_id', 'project_id', 'minutes'])
    .expression(db.selectFrom('hours_entry')
      .select(eb => ['community_id', eb.val(id).as('posting_id'), 'account', 'person_id', 'project_id', eb.neg(eb.ref('minutes')).as('minutes')])
      .where('community_id', '=', db.community).where('posting_id', '=', standing.id)).execute()
}
