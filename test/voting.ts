// A vote of the owners of 榕荫里, taken as far as a story needs it.
import { recodePhoto, type Photo } from '#kit/photos.ts'
import { announceDecision, draftDecision, freezeRoll, openDecision, putQuestion, recordPosting, settleHome, type Item, type Posted } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { photoOf } from '#test/pictures.ts'
import type { Village } from '#test/village.ts'

const BUILDINGS = ['榕荫里 1号楼', '榕荫里 2号楼', '榕荫里 3号楼']

/** What may differ from the stilt floor of Building 3. */
export interface Wanted {
  secret?: boolean
  item?: Item
  seats?: number
  candidates?: readonly string[]
}

/** A moment on the clock of Fujian. */
export function at(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Shanghai').toInstant()
}

/** Drafts a vote with one question; answers its id. */
export async function drafted(here: Village, { secret = false, item = 'common_parts', seats, candidates = [] }: Wanted = {}): Promise<number> {
  const chair = here.people.committeeChair
  const { id } = await here.act(draftDecision, chair, {
    estate: here.community.place('榕荫里'), title: '3 号楼架空层改成邻里客厅', about: '138 平方米，一半放杂物，一半给孩子玩。造价 86,200 元，从公共收益出。', secret: String(secret),
  })
  await here.act(putQuestion, chair, {
    id, position: 1, item, text: '同意把 3 号楼架空层改成邻里客厅吗？', seats: seats ?? '', candidates: candidates.map(name => ({ name, about: '' })),
  })
  return id
}

/** Of every home with several owners the first is named as its voter, as the co-owners would on paper. */
export async function named(here: Village, id: number): Promise<void> {
  const { rows } = await here.owner.query(`select home_id, min(person_id) as person from tie where community_id = 1 and kind = 'owner' and until is null
    group by home_id having count(distinct person_id) > 1`)
  for (const { home_id, person } of rows) {
    await here.act(settleHome, here.people.committeeChair, { id, home: Number(home_id), kind: 'named', person: Number(person), reason: '两位业主一起签了推选书' })
  }
}

/** The roll frozen as of today, open to objections for three days. */
export async function frozen(here: Village, id: number): Promise<void> {
  const today = here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await here.act(freezeRoll, here.people.committeeChair, { id, asOf: today.toString(), objectionsUntil: today.add({ days: 3 }).toString() })
}

/** Posted in every building by the committee's chair, at the house's time. */
export async function posted(here: Village, id: number, what: Posted, buildings = BUILDINGS): Promise<void> {
  for (const building of buildings) {
    await here.act(recordPosting, here.people.committeeChair, { id, what, place: here.community.place(building), at: clockText(here.time.now), photo: await newPhoto() })
  }
}

/** Announced for voting from the 17th day after today, for ten days, with everything posted that the law asks for. */
export async function announced(here: Village, id: number): Promise<{ opens: Temporal.Instant, closes: Temporal.Instant }> {
  const now = here.time.now.toZonedDateTimeISO('Asia/Shanghai')
  const opens = now.toPlainDate().add({ days: 17 }).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '08:00' })
  const closes = opens.add({ days: 10 }).with({ hour: 20 })
  await here.act(announceDecision, here.people.committeeChair, { id, opens: clockText(opens.toInstant()), closes: clockText(closes.toInstant()) })
  await posted(here, id, 'notice')
  for (const what of ['candidates', 'committee'] as const) await posted(here, id, what)
  return { opens: opens.toInstant(), closes: closes.toInstant() }
}

/** A vote that is open; the house's time is its first moment. */
export async function opened(here: Village, wanted: Wanted = {}): Promise<{ id: number, closes: Temporal.Instant }> {
  const id = await drafted(here, wanted)
  return { id, closes: await openedFrom(here, id) }
}

/** Takes a drafted vote there, by its roll and its announcement; answers when it closes. */
export async function openedFrom(here: Village, id: number): Promise<Temporal.Instant> {
  await named(here, id)
  await frozen(here, id)
  await posted(here, id, 'roll')
  here.time.now = here.time.now.add({ hours: 24 * 4 })
  const { opens, closes } = await announced(here, id)
  here.time.now = opens
  await here.act(openDecision, passerBy(1), { id })
  return closes
}

/** As people write a moment in a form. */
export function clockText(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** Some photo. */
export async function newPhoto(): Promise<Photo> {
  return recodePhoto(await photoOf('darkgreen'), 'proof.jpg')
}
