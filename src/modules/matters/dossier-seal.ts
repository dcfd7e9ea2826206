// 一办结一销号: makes the file of a matter and seals it, in the act that closes the matter.
import { randomBytes } from 'node:crypto'
import type { ClosedAs, Level } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { canonical, levelOf, markOf, sealOf, type DossierContent } from '#modules/matters/dossier.ts'
import { dossierFacts } from '#modules/matters/dossier-facts.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { starCounts } from '#modules/matters/ratings.ts'
import type { Evidence } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** How and by whom a matter is closed. */
export interface Closing {
  as: ClosedAs
  by: Actor
  /** What the method asked for, and was there. */
  evidence: readonly Evidence[]
  now: Temporal.Instant
}

interface Word {
  mark: string
  salt: string
  text: string | null
  is_name: boolean
  person_id: number | null
}

type Facts = Awaited<ReturnType<typeof dossierFacts>>
type Marks = ReturnType<typeof marks>

/** Writes the file of a matter and its words down. Its clocks have stopped and its last words are said. */
export async function sealDossier(db: Writer, matter: MatterUnderMethod, closing: Closing): Promise<{ number: string, hash: string, level: Level }> {
  const facts = await dossierFacts(db, matter.id)
  const words = marks()
  const level = levelOf(facts.organisation_kind ?? await kindOf(db, postOf(closing.by)?.organisation_id))
  const content = canonical(contentOf(matter, facts, words, { ...closing, level }))
  const number = numberOf(matter.id, facts, closing.now)
  const hash = sealOf(content)
  await db.insertInto('matter_dossier').values({
    community_id: db.community, matter_id: matter.id, number, content, hash, closed_as: closing.as, level,
    sealed_at: closing.now.toString(), sealed_by: closing.by.personId ?? 0,
  }).execute()
  await db.insertInto('matter_dossier_word').values(words.all().map(word => ({ community_id: db.community, matter_id: matter.id, ...word }))).execute()
  return { number, hash, level }
}

function postOf(actor: Actor): Actor['posts'][number] | undefined {
  return actor.posts[0]
}

async function kindOf(db: Writer, organisation: number | undefined) {
  const found = organisation === undefined ? undefined
    : await db.selectFrom('organisation').select('kind').where('community_id', '=', db.community).where('id', '=', organisation).executeTakeFirst()
  return found?.kind ?? null
}

function numberOf(id: number, { slug, time_zone }: Pick<Facts, 'slug' | 'time_zone'>, now: Temporal.Instant): string {
  return `${slug}-${now.toZonedDateTimeISO(time_zone).year}-${id}`
}

// Each word gets a salt of its own, so that the same name in two files has two marks.
function marks() {
  const words: Word[] = []
  const add = (text: string, person_id: number | null, more: Pick<Word, 'is_name'> & { kept?: false }): string => {
    const salt = randomBytes(16).toString('hex')
    const mark = markOf(salt, text)
    words.push({ mark, salt, text: more.kept === false ? null : text, is_name: more.is_name, person_id })
    return mark
  }
  return {
    all: () => words,
    said: (text: string, person: number | null) => add(text, person, { is_name: false }),
    name: (name: string, person: number | null) => add(name, person, { is_name: true }),
    hidden: (text: string, person: number | null) => add(text, person, { is_name: false, kept: false }),
  }
}

function contentOf(matter: MatterUnderMethod, facts: Facts, words: Marks, closing: Closing & { level: Level }): DossierContent {
  const { method } = matter
  const raiser = facts.raiser_id
  return {
    version: 1, number: numberOf(matter.id, facts, closing.now), community: facts.community, matter: matter.id, reopened_from: facts.reopened_from,
    // A home's address leads to who lives there: it goes when he goes.
    place: words.name(facts.label, facts.place_kind === 'home' ? raiser : null),
    kind: facts.kind, category: facts.category, track: facts.track, urgent: facts.urgent,
    method: { key: method.key, id: facts.method_id, version: facts.method_version },
    raised: {
      at: facts.raised_at.toString(), channel: facts.channel, followers: facts.followers,
      by: facts.name_shown && facts.raiser_name ? words.name(facts.raiser_name, raiser) : null,
      text: words.said(facts.text, raiser), private: facts.private_text ? words.hidden(facts.private_text, raiser) : null,
    },
    trail: trailOf(facts, words),
    handled: {
      by: facts.lead_name ? words.name(facts.lead_name, facts.lead_id) : null, organisation: facts.organisation,
      others: facts.handlers.flatMap(({ name }) => name ?? []),
    },
    ...workOf(facts, words),
    rating: {
      stars: starCounts(facts.ratings.map(rating => rating.stars)),
      words: facts.ratings.flatMap(({ stars, text, person_id, standing }) => text && standing === 'shown' ? [{ stars, text: words.said(text, person_id) }] : []),
      silence: facts.ratings.length === 0 && closing.evidence.includes('rating') ? method.silence ?? null : null,
    },
    closed: {
      at: closing.now.toString(), as: closing.as, by: words.name(closing.by.name ?? '', closing.by.personId),
      organisation: postOf(closing.by)?.organisation ?? null, level: closing.level, evidence: [...closing.evidence],
      other_hands: facts.lead_id !== closing.by.personId,
    },
  }
}

// Who works for the neighbourhood is named; a neighbour only if he wanted his name shown.
function trailOf(facts: Facts, words: Marks): DossierContent['trail'] {
  return facts.trail.map(({ at, step, kind, text, person_id, name, organisation }) => {
    const isNamed = person_id === facts.raiser_id ? facts.name_shown : organisation !== null
    return { at: told(at), step, kind, organisation, text: words.said(text, person_id), by: isNamed && name ? words.name(name, person_id) : null }
  })
}

function workOf(facts: Facts, words: Marks): Pick<DossierContent, 'tasks' | 'costs' | 'polls' | 'homes' | 'photos' | 'clocks'> {
  return {
    tasks: facts.tasks.map(({ title, made_by, due_on, done_at, organisation }) =>
      ({ title: words.said(title, made_by), organisation, due: due_on, done: done_at === null ? null : told(done_at) })),
    costs: facts.costs.map(({ at, cents, paid_from, what, person_id }) => ({ at: told(at), cents, paid_from, what: words.said(what, person_id) })),
    polls: facts.polls.map(({ question, opened_by, opened_at, closes_at, yes, no }) =>
      ({ question: words.said(question, opened_by), opened: told(opened_at), closes: told(closes_at), yes, no })),
    homes: facts.homes,
    photos: facts.photos.map(({ file, moment, added_at }) => ({ sha256: file, moment, taken: told(added_at) })),
    clocks: facts.clocks.map(({ name, counting, allowed, used }) => ({ name, counting, allowed, used, late: used > allowed })),
  }
}

// PostgreSQL spells a time inside JSON with its own offset.
function told(at: string | Temporal.Instant): string {
  return Temporal.Instant.from(at.toString()).toString()
}
