// 定成约定: the key that people can live with becomes a text with its table, its day and those who sign. A later change is a new one.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { doer } from '#modules/matters/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { contentOf, hashOf, type Line } from '#modules/sharing/agreement.ts'
import { keyField, matterId } from '#modules/sharing/fields.ts'
import { homesAsked, sharingToChange } from '#modules/sharing/find.ts'
import { floorsIn, optionOf, type Key } from '#modules/sharing/keys.ts'
import { mayNot, type Open } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

export const agreeInput = z.strictObject({
  id: matterId,
  key: keyField,
  effectiveOn: z.iso.date().meta({ label: lang => sharingActText(lang).effectiveOn, wrong: lang => sharingActText(lang).effectiveWrong, control: 'date' }),
  signatories: z.array(z.coerce.number().int().positive()).min(1).max(9).refine(people => new Set(people).size === people.length)
    .meta({ label: lang => sharingActText(lang).signatories, wrong: lang => sharingActText(lang).signatoriesWrong }),
})

/** Makes the agreement; it holds once everybody named has signed. Its text is sealed by its hash in the journal. */
export const agreeOnSharing = action({
  name: 'sharing.agree',
  summary: lang => sharingActText(lang).summaryAgree,
  input: agreeInput,
  subject: (db, input, actor: Actor) => sharingToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: { matter, open }, input, actor, now }) => {
    if (open === null) throw new Error('a rule let somebody agree on what is not open')
    const standing = await standingOf(db, matter.id, open, input.key)
    await fits(db, open, input, { today: await localDay(db, now), unanswered: standing.unanswered })
    const shared = await sharedBy(db, matter.id, open, input.key)
    const { number, place, objections, good, bearable, against } = standing
    const content = contentOf({
      number, place, objections, matter: matter.id, what: open.what, cents: open.cents, monthly: open.monthly, key: input.key, floors: open.floors,
      effectiveOn: input.effectiveOn, signatories: input.signatories.length, lines: shared,
      consensus: { good, bearable, against, silent: shared.length - good - bearable - against },
    })
    const hash = hashOf(content)
    const { id: agreement } = await db.insertInto('sharing_agreement').values({
      community_id: db.community, matter_id: matter.id, sharing_id: open.id, number, key: input.key, cents: open.cents, monthly: open.monthly,
      effective_on: input.effectiveOn, content, hash, made_by: doer(actor), made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    await keep(db, agreement, shared, input.signatories)
    await db.updateTable('sharing').set({ closed_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', open.id).execute()
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, agreement, hash },
      facts: { sharing: open.id, agreement, number, key: input.key, place: open.place_id, effectiveOn: input.effectiveOn, signatories: input.signatories, hash },
    }
  },
})

type Shared = Line & { home: number }

async function sharedBy(db: Reader, matter: number, open: Open, key: Key): Promise<Shared[]> {
  const homes = await homesAsked(db, { matter, sharing: open.id, month: null }).execute()
  const option = optionOf(key, open.cents, homes, floorsIn(open.floors))
  if (option.shares === null) throw invalid([{ field: 'key', reason: lang => sharingActText(lang).notComputable }])
  const { shares, weights } = option
  return homes.map(({ id, label }) => ({ home: id, label, weight: weights.get(id) ?? 0, cents: shares.get(id) ?? 0 })).toSorted((a, b) => a.home - b.home)
}

async function standingOf(db: Reader, matter: number, { id, place_id }: Open, key: Key) {
  const said = (stance: 'good' | 'bearable' | 'against') => sql<number>`(select count(*)::int from sharing_opinion one
    where one.community_id = place.community_id and one.sharing_id = ${id} and one.key = ${key} and one.stance = ${stance})`
  const objected = (also: ReturnType<typeof sql>) => sql<number>`(select count(*)::int from sharing_objection one
    join matter_note note on note.community_id = one.community_id and note.id = one.note_id
    where one.community_id = place.community_id and one.sharing_id = ${id} and note.standing <> 'hidden' ${also})`
  return db.selectFrom('place').select(['place.label as place', said('good').as('good'), said('bearable').as('bearable'), said('against').as('against'),
    objected(sql``).as('objections'), objected(sql`and one.answer is null`).as('unanswered'),
    sql<number>`(select count(*)::int + 1 from sharing_agreement former where former.community_id = place.community_id and former.matter_id = ${matter})`.as('number')])
    .where('place.community_id', '=', db.community).where('place.id', '=', place_id).executeTakeFirstOrThrow()
}

async function fits(db: Reader, open: Open, input: z.output<typeof agreeInput>, { today, unanswered }: { today: string, unanswered: number }): Promise<void> {
  if (unanswered > 0) throw invalid([{ field: 'key', reason: lang => sharingActText(lang).unanswered(unanswered) }])
  if (input.effectiveOn < today) throw invalid([{ field: 'effectiveOn', reason: lang => sharingActText(lang).effectiveWrong }])
  const signers = await db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
    .where('person.id', 'in', input.signatories).where('person.erased_at', 'is', null)
    .where(eb => eb.or([
      eb.exists(eb.selectFrom('post').select('post.id').where('post.community_id', '=', db.community).whereRef('post.person_id', '=', 'person.id')
        .where('post.since', '<=', today).where(held => held.or([held('post.until', 'is', null), held('post.until', '>=', today)]))),
      eb.exists(eb.selectFrom('tie').innerJoin('sharing_home', join => join.onRef('sharing_home.community_id', '=', 'tie.community_id').onRef('sharing_home.home_id', '=', 'tie.home_id'))
        .select('tie.id').where('tie.community_id', '=', db.community).whereRef('tie.person_id', '=', 'person.id').where('sharing_home.sharing_id', '=', open.id)
        .where('tie.since', '<=', today).where(tied => tied.or([tied('tie.until', 'is', null), tied('tie.until', '>=', today)]))),
    ])).execute()
  if (signers.length < input.signatories.length) throw invalid([{ field: 'signatories', reason: lang => sharingActText(lang).signatoriesWrong }])
}

async function keep(db: Writer, agreement: number, shared: readonly Shared[], signatories: readonly number[]): Promise<void> {
  for (const some of chunks(shared)) {
    await db.insertInto('sharing_share').values(some.map(({ home, weight, cents }) => (
      { community_id: db.community, agreement_id: agreement, home_id: home, weight, cents }))).execute()
  }
  await db.insertInto('sharing_signatory').values(signatories.map(person => ({ community_id: db.community, agreement_id: agreement, person_id: person }))).execute()
}
