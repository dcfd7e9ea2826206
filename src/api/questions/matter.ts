// What programs may ask about one matter: how it stands, its trail, its time, its stars, its sealed file.
import { z } from 'zod'
import type { NoteKind, PhotoMoment } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { calendarOf } from '#modules/clocks/public.ts'
import { asRatings, dossierOf, isInside, matterById, notHere, receiptSubject, titleOf, trailOf } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { list, listOf, question, type Around, type Question } from './question.ts'
import { within } from './paging.ts'
import {
  clock, clockAnswered, count, id, idAsked, instant, maybeId, maybeInstant, maybeText, place, placeOf, receiptAsked, step, text, told,
  track,
} from './shapes.ts'

const ONE = { id: idAsked, receipt: receiptAsked }

const note = z.strictObject({
  id, kind: z.enum(['answer', 'ask', 'comment', 'decision', 'hand_on', 'inside', 'merge', 'move', 'pause', 'plan', 'reply', 'return',
    'split', 'urge', 'warning'] satisfies NoteKind[]),
  step, text, at: instant, name: maybeText, organisation: maybeText,
})

const photo = z.strictObject({
  id, file: text, thumbnail: text, width: count, height: count, moment: z.enum(['before', 'during', 'after'] satisfies PhotoMoment[]),
  addedAt: instant,
})

const matter = z.strictObject({
  id, kind: text, title: text, text, privateText: maybeText, private: z.boolean(), step, stepSince: instant, track: track.nullable(),
  category: maybeText, proposedTrack: track.nullable(), proposedCategory: maybeText, urgent: z.boolean(), place, raiser: maybeText,
  channel: text, lead: maybeText, leadOrganisation: maybeText, acceptedAt: maybeInstant, pausedAt: maybeInstant, pauseReason: maybeText,
  waitsForResident: z.boolean(), followers: count, followed: z.boolean(), hasPhone: z.boolean(), method: maybeId, raisedAt: instant,
  closedAt: maybeInstant, withdrawnAt: maybeInstant,
  mergedInto: maybeId, reopenedFrom: maybeId, notes: z.array(note), photos: z.array(photo),
})

const word = z.strictObject({ mark: text, salt: text, text })

export const MATTER: readonly Question[] = [
  question({
    name: 'matters.show', input: ONE, output: matter,
    ask: async (db, actor, asked, around) => {
      const found = await seen(db, actor, asked, around)
      const { notes, photos } = await trailOf(db, asked.id, isInside(actor, found.rules))
      // Of what was taken back there is nothing to tell.
      return { ...facts(found), ...found.withdrawn_at ? { notes: [], photos: [] }
        : { notes: notes.map(noteOf), photos: photos.map(photoOf) } }
    },
  }),
  list({
    name: 'matters.trail', input: ONE, item: note,
    ask: async (db, actor, asked, window, around) => {
      const { rules } = await stillThere(db, actor, asked, around)
      const { notes } = await trailOf(db, asked.id, isInside(actor, rules))
      return within(notes, window).map(noteOf)
    },
  }),
  question({
    name: 'matters.clocks', input: ONE, output: listOf(clock),
    ask: async (db, actor, asked, around) => {
      const { rules } = await stillThere(db, actor, asked, around)
      const { clocks } = await trailOf(db, asked.id, isInside(actor, rules))
      const calendar = await calendarOf(db)
      return { items: clocks.map(one => clockAnswered(one, around.now, calendar)), next: null }
    },
  }),
  question({
    name: 'matters.ratings', input: ONE,
    output: z.strictObject({
      stars: z.array(count).length(5), words: z.array(z.strictObject({ stars: count, text })),
      own: z.strictObject({ stars: count, text: maybeText }).nullable(),
    }),
    ask: async (db, actor, asked, around) => {
      const found = await stillThere(db, actor, asked, around)
      const { stars, words, own } = asRatings((await trailOf(db, asked.id, false)).ratings, actor, found, found.hasReceipt)
      return { stars: [...stars], words: words.map(({ stars, text }) => ({ stars, text })), own: own
        && { stars: own.stars, text: own.text } }
    },
  }),
  question({
    name: 'matters.dossier', input: ONE,
    output: z.strictObject({ number: text, hash: text, sealed: text, words: z.array(word), photos: z.array(text), later: maybeId }),
    ask: async (db, actor, asked, around) => {
      const { hasReceipt } = await stillThere(db, actor, asked, around)
      const { number, hash, sealed, words, photos, later } = await dossierOf(db, actor, asked.id, hasReceipt)
      return { number, hash, sealed, later, photos: [...photos], words: [...words].map(([mark, { salt, text }]) => ({ mark, salt, text })) }
    },
  }),
]

type Seen = Awaited<ReturnType<typeof seen>>

/** A matter for the actor, or for whoever has its receipt. Throws NotFound. */
async function seen(db: Reader, actor: Actor, { id, receipt }: { id: number, receipt: string }, { secrets }: Around) {
  const hasReceipt = receipt !== '' && receipt === secrets.receipt(receiptSubject(db.community, id))
  return { ...await matterById(db, actor, id, hasReceipt), hasReceipt }
}

/** The same; what was taken back is not there. Throws NotFound. */
export async function stillThere(db: Reader, actor: Actor, asked: { id: number, receipt: string }, around: Around): Promise<Seen> {
  const found = await seen(db, actor, asked, around)
  if (found.withdrawn_at) throw notHere()
  return found
}

function facts(found: Seen): Omit<z.input<typeof matter>, 'notes' | 'photos'> {
  return {
    ...stands(found),
    id: found.id, kind: found.kind, title: found.title ?? titleOf(found.text), text: found.text, privateText: found.private_text,
    private: found.private, track: found.track, category: found.category, proposedTrack: found.proposed_track,
    proposedCategory: found.proposed_category, urgent: found.urgent,
    place: placeOf(found.rules.place), raiser: found.name_shown ? found.raiser_name : null, channel: found.channel, method: found.method_id,
    followers: found.followers ?? 0, followed: found.followed === true, hasPhone: found.has_phone, raisedAt: found.raised_at.toString(),
    mergedInto: found.merged_into, reopenedFrom: found.reopened_from,
  }
}

function stands(found: Seen) {
  return {
    step: found.step, stepSince: found.step_since.toString(), lead: found.lead_name, leadOrganisation: found.lead_organisation_name,
    acceptedAt: told(found.accepted_at), pausedAt: told(found.paused_at), pauseReason: found.pause_reason,
    waitsForResident: found.waits_for_resident, closedAt: told(found.closed_at), withdrawnAt: told(found.withdrawn_at),
  }
}

type Trail = Awaited<ReturnType<typeof trailOf>>

function noteOf({ id, kind, step, text, at, name, organisation }: Trail['notes'][number]): z.input<typeof note> {
  return { id, kind, step, text, at: at.toString(), name, organisation }
}

function photoOf({ id, file, thumbnail, width, height, moment, added_at }: Trail['photos'][number]): z.input<typeof photo> {
  return { id, file, thumbnail, width, height, moment, addedAt: added_at.toString() }
}
