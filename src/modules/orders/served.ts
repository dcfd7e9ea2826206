// Who is served by an order, and whether he has to agree first.
import type { MenuKind } from '#db/tables.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { say } from '#modules/orders/fields.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

interface Asked {
  readonly input: { readonly place: number, readonly person: number | null, readonly named: string, readonly entered: boolean }
  readonly actor: Actor
  /** By a mandate, checked. */
  readonly onBehalfOf: number | null
  readonly kind: MenuKind
  readonly now: Temporal.Instant
}

/**
 * By mandate: whoever gave it. Entered by a worker: whom he names, or nobody in the roster. Named by a relative: looked for at that address,
 * and the answer is the same whether he lives there or not. Else oneself, or somebody of the same home. Throws Invalid.
 */
export async function whoIsServed(db: Reader, { input, actor, onBehalfOf, kind, now }: Asked): Promise<{ person_id: number | null, needs_consent: boolean, named: string | null }> {
  const today = await localDay(db, now)
  const visit = kind === 'visit'
  if (onBehalfOf !== null) {
    if (!await livesAt(db, onBehalfOf, input.place, today)) throw invalid([{ field: 'place', reason: say('notTheirHome') }])
    return { person_id: onBehalfOf, needs_consent: visit, named: null }
  }
  if (input.entered) {
    if (input.person !== null && !await livesAt(db, input.person, input.place, today)) throw invalid([{ field: 'person', reason: say('notTheirHome') }])
    return { person_id: input.person ?? (input.named === '' ? null : await personNamed(db, input.named, input.place, today)), needs_consent: visit, named: input.named || null }
  }
  if (input.named !== '') return { person_id: await personNamed(db, input.named, input.place, today), needs_consent: true, named: input.named }
  if (!actor.homes.some(home => home.id === input.place)) throw invalid([{ field: 'place', reason: say('notYourHome') }])
  const person = input.person ?? actor.personId
  if (person === null || person === actor.personId) return { person_id: actor.personId, needs_consent: false, named: null }
  if (!await livesAt(db, person, input.place, today)) throw invalid([{ field: 'person', reason: say('notTheirHome') }])
  return { person_id: person, needs_consent: true, named: null }
}

/** Whether somebody has an open tie to a home. */
export async function livesAt(db: Reader, person: number, home: number, today: string): Promise<boolean> {
  return await tied(db, home, today).where('tie.person_id', '=', person).select('tie.id').executeTakeFirst() !== undefined
}

async function personNamed(db: Reader, name: string, home: number, today: string): Promise<number | null> {
  const found = await tied(db, home, today)
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .where('person.name', '=', name).where('person.erased_at', 'is', null).select('person.id').orderBy('person.id').executeTakeFirst()
  return found?.id ?? null
}

/** Everybody with an open tie to a home. */
export async function peopleLivingAt(db: Reader, home: number, today: string) {
  return tied(db, home, today)
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .where('person.erased_at', 'is', null).select(['person.id', 'person.name']).distinct().orderBy('person.id').execute()
}

function tied(db: Reader, home: number, today: string) {
  return db.selectFrom('tie').where('tie.community_id', '=', db.community).where('tie.home_id', '=', home).where('tie.since', '<=', today)
    .where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)]))
}
