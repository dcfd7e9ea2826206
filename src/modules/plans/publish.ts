// 公布方案的一版: part by part, with drawings and what it costs; the former versions stay as they were.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { FieldProblem } from '#kit/errors.ts'
import type { Secrets } from '#kit/secrets.ts'
import { attach, doer, matterId, MOST_PHOTOS, optionalYuan, photoOf, PHOTO_TOKEN, words } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { planToChange } from '#modules/plans/find.ts'
import { mayNot, MOST_PARTS, type Newest, type Part } from '#modules/plans/plan.ts'
import { publishPlanText } from '#text/plans.ts'

const t = (key: 'about' | 'aboutHint' | 'yuan' | 'yuanHint' | 'days' | 'daysWrong' | 'isFinal' | 'finalHint' | 'heading' | 'headingHint' | 'headingWrong'
  | 'partText' | 'partNumber' | 'keepDrawing' | 'textWrong' | 'parts' | 'partsWrong' | 'drawings' | 'altWrong' | 'alt' | 'drawing') => (lang: 'zh' | 'en') => publishPlanText(lang)[key]

const partInput = z.strictObject({
  part: z.coerce.number().int().min(1).max(1000).optional().meta({ label: t('partNumber') }),
  heading: z.string().trim().min(1).max(30).meta({ label: t('heading'), wrong: t('headingWrong') }),
  text: z.string().trim().min(2).max(3000).meta({ label: t('partText'), wrong: t('textWrong') }),
})

const drawingInput = z.strictObject({
  photo: z.string().regex(PHOTO_TOKEN).optional().meta({ label: t('drawing') }),
  keep: z.coerce.number().int().positive().optional().meta({ label: t('keepDrawing') }),
  alt: z.string().trim().min(4).max(200).meta({ label: t('alt'), wrong: t('altWrong') }),
}).refine(drawing => (drawing.photo === undefined) !== (drawing.keep === undefined))

export const publishVersionInput = z.strictObject({
  id: matterId,
  about: words(t('about'), t('aboutHint')),
  yuan: optionalYuan.meta({ label: t('yuan'), hint: t('yuanHint') }),
  parts: z.array(partInput).min(1).max(MOST_PARTS).meta({ label: t('parts'), wrong: t('partsWrong') }),
  drawings: z.array(drawingInput).max(MOST_PHOTOS).default([]).meta({ label: t('drawings'), wrong: t('altWrong') }),
  days: z.coerce.number().int().min(1).max(60).default(7).meta({ label: t('days'), wrong: t('daysWrong') }),
  final: z.boolean().default(false).meta({ label: t('isFinal'), hint: t('finalHint'), control: 'tick' }),
})

type Input = z.output<typeof publishVersionInput>

/** Publishes the next version. A final one only where whatever was said about the former ones has its answer. */
export const publishVersion = action({
  name: 'plans.publish',
  summary: lang => publishPlanText(lang).summary,
  input: publishVersionInput,
  subject: (db, input, actor: Actor) => planToChange(db, actor, input.id),
  refuse: mayNot.publish,
  run: async (db, { subject: { matter, newest }, input, actor, secrets, now }) => {
    const number = (newest?.number ?? 0) + 1
    const parts = await numbered(db, matter.id, input)
    await keepsWhatWasPromised(db, matter.id, { number, final: input.final, parts })
    const { id: version } = await db.insertInto('plan_version').values({
      community_id: db.community, matter_id: matter.id, number, about: input.about, cents: input.yuan, final: input.final,
      open_until: input.final ? null : now.add({ hours: 24 * input.days }).toString(), published_by: doer(actor), published_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    await db.insertInto('plan_part').values(parts.map((part, position) => ({ community_id: db.community, version_id: version, position, ...part }))).execute()
    await hang(db, secrets, { version, matter: matter.id, newest, drawings: input.drawings, by: doer(actor) })
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, version: number },
      facts: { version: number, parts: parts.length, drawings: input.drawings.length, ...input.final ? { to: 'final' } : { days: input.days } },
    }
  },
})

// A part that goes on keeps its number; a new one gets one that none had before.
async function numbered(db: Reader, matterId: number, { parts }: Input): Promise<Part[]> {
  const known = new Set((await db.selectFrom('plan_part')
    .innerJoin('plan_version', join => join.onRef('plan_version.community_id', '=', 'plan_part.community_id').onRef('plan_version.id', '=', 'plan_part.version_id'))
    .select('plan_part.number').distinct().where('plan_part.community_id', '=', db.community).where('plan_version.matter_id', '=', matterId).execute())
    .map(part => part.number))
  const given = parts.flatMap(({ part }) => part ?? [])
  const unknown = given.find(number => !known.has(number))
  const twice = given.find((number, i) => given.indexOf(number) !== i)
  if (unknown !== undefined) throw wrong('parts', lang => publishPlanText(lang).noSuchPart(unknown))
  if (twice !== undefined) throw wrong('parts', lang => publishPlanText(lang).partTwice(twice))
  let next = Math.max(0, ...known)
  return parts.map(({ part, heading, text }) => ({ number: part ?? ++next, heading, text }))
}

// Nothing that was said is left without an answer, and what was said to be adopted here is here.
async function keepsWhatWasPromised(db: Reader, matterId: number, { number, final, parts }: { number: number, final: boolean, parts: readonly Part[] }): Promise<void> {
  const said = await db.selectFrom('plan_suggestion')
    .innerJoin('matter_note', join => join.onRef('matter_note.community_id', '=', 'plan_suggestion.community_id').onRef('matter_note.id', '=', 'plan_suggestion.note_id'))
    .select(['plan_suggestion.note_id as id', 'plan_suggestion.fate', 'plan_suggestion.fate_version', 'plan_suggestion.fate_part'])
    .where('plan_suggestion.community_id', '=', db.community).where('plan_suggestion.matter_id', '=', matterId)
    .where('matter_note.standing', '<>', 'hidden').execute()
  const undecided = said.filter(one => one.fate === null).length
  if (final && undecided > 0) throw wrong('final', lang => publishPlanText(lang).undecided(undecided))
  const broken = said.find(one => one.fate_version === number && one.fate_part !== null && !parts.some(part => part.number === one.fate_part))
  if (broken) throw wrong('parts', lang => publishPlanText(lang).partMissing(broken.id, broken.fate_part ?? 0))
}

interface Hanging {
  version: number
  matter: number
  newest: Newest | null
  drawings: Input['drawings']
  by: number
}

async function hang(db: Writer, secrets: Secrets, { version, matter, newest, drawings, by }: Hanging): Promise<void> {
  if (drawings.length === 0) return
  await attach(db, secrets, { matter, tokens: drawings.flatMap(({ photo }) => photo ?? []), moment: 'during', by })
  const former = new Set(newest === null ? [] : (await db.selectFrom('plan_drawing').select('photo_id')
    .where('community_id', '=', db.community).where('version_id', '=', newest.id).execute()).map(drawing => drawing.photo_id))
  const photos = drawings.map(({ photo, keep }) => photo === undefined ? keep ?? 0 : photoOf(secrets, db.community, photo))
  const known = drawings.every(({ keep }) => keep === undefined || former.has(keep)) && new Set(photos).size === photos.length
  if (!known) throw wrong('drawings', lang => publishPlanText(lang).noSuchDrawing)
  await db.insertInto('plan_drawing').values(drawings.map(({ alt }, position) => (
    { community_id: db.community, version_id: version, photo_id: photos[position] ?? 0, position, alt }))).execute()
}

function wrong(field: string, reason: FieldProblem['reason']) {
  return invalid([{ field, reason }])
}
