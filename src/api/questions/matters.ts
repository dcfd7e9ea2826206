// What programs may ask about all matters: the board, the list, what is like another one, and the words of the field.
import { z } from 'zod'
import { alike, board, KINDS, LANES, mattersListed, titleOf } from '#modules/matters/public.ts'
import { STEPS } from '#modules/methods/public.ts'
import { CATEGORIES, categoryText, trackText } from '#modules/router/public.ts'
import { kindText, stepText } from '#text/matters.ts'
import { TRACKS } from '#modules/methods/public.ts'
import { listOf, list, question, type Question } from './question.ts'
import {
  bilingual, count, flagAsked, id, idAsked, instant, maybeId, maybeInstant, maybeText, placeKind, step, text, told, track,
} from './shapes.ts'

const words = z.string().trim().min(1).max(100).optional()

const listed = z.strictObject({
  id, kind: text, title: text, text, step, track: track.nullable(), category: maybeText, urgent: z.boolean(), private: z.boolean(),
  place: id, label: text, placeKind, organisation: maybeText, followers: count, mine: z.boolean(),
  raisedAt: instant, stepSince: instant, closedAt: maybeInstant, mergedInto: maybeId,
})

const onBoard = z.strictObject({
  id, title: text, text, kind: text, urgent: z.boolean(), raisedAt: instant, label: text, placeKind, followers: count, mine: z.boolean(),
})

const likely = z.strictObject({
  id, title: text, text, step, label: text, followers: count, raisedAt: instant,
  why: z.array(z.enum(['samePerson', 'samePlace', 'near', 'sameWords'])),
})

const named = listOf(z.strictObject({ key: text, name: bilingual }))

export const MATTERS: readonly Question[] = [
  question({
    name: 'matters.board',
    input: { estate: idAsked.optional(), building: idAsked.optional(), place: idAsked.optional(), step: step.optional(), words },
    output: z.strictObject({ lanes: z.array(z.strictObject({ step, total: count, matters: z.array(onBoard) })) }),
    ask: async (db, actor, filter) => ({ lanes: lanesOf(await board(db, actor, filter)) }),
  }),
  list({
    name: 'matters.list',
    input: {
      place: idAsked.optional(), step: step.optional(), track: track.optional(), category: z.enum(CATEGORIES).optional(),
      kind: z.enum(KINDS).optional(), words, own: flagAsked.optional(), open: flagAsked.optional(), since: instant.optional(),
    },
    item: listed,
    ask: async (db, actor, filter, { after, limit }) =>
      (await mattersListed(db, actor, filter, { before: after, limit: limit + 1 })).map(itemOf),
  }),
  question({
    name: 'matters.alike',
    input: { place: idAsked, text: z.string().trim().min(4).max(2000) },
    output: listOf(likely),
    ask: async (db, actor, { place, text }) => ({ next: null, items: (await alike(db, actor, { text, placeId: place })).map(likelyOf) }),
  }),
  question({ name: 'matters.kinds', input: {}, output: named, ask: async () => namedBy(KINDS, kindText.pairs) }),
  question({ name: 'matters.steps', input: {}, output: named, ask: async () => namedBy(STEPS, stepText.pairs) }),
  question({ name: 'matters.tracks', input: {}, output: named, ask: async () => namedBy(TRACKS, trackText.pairs) }),
  question({ name: 'matters.categories', input: {}, output: named, ask: async () => namedBy(CATEGORIES, categoryText.pairs) }),
]

type OnBoard = Awaited<ReturnType<typeof board>>[number]

function lanesOf(rows: readonly OnBoard[]) {
  return [...LANES, 'close' as const].flatMap(step => {
    const inLane = rows.filter(row => row.step === step)
    return inLane[0] ? [{ step, total: inLane[0].total, matters: inLane.map(cardOf) }] : []
  })
}

function cardOf({ id, text, kind, urgent, mine, label, place_kind, followers, raised_at }: OnBoard): z.input<typeof onBoard> {
  return { id, text, title: titleOf(text), kind, urgent, mine, label, placeKind: place_kind, followers: followers ?? 0,
    raisedAt: raised_at.toString() }
}

function itemOf(row: Awaited<ReturnType<typeof mattersListed>>[number]): z.input<typeof listed> {
  const { id, kind, text, step, track, category, urgent, label, organisation, mine } = row
  return {
    id, kind, title: row.title ?? titleOf(text), text, step, track, category, urgent, private: row.private, place: row.place_id, label,
    placeKind: row.place_kind, organisation, followers: row.followers ?? 0, mine, raisedAt: row.raised_at.toString(),
    stepSince: row.step_since.toString(), closedAt: told(row.closed_at), mergedInto: row.merged_into,
  }
}

function likelyOf({ id, text, step, label, followers, raised_at, why }: Awaited<ReturnType<typeof alike>>[number]): z.input<typeof likely> {
  return { id, text, title: titleOf(text), step, label, followers: followers ?? 0, raisedAt: raised_at.toString(), why }
}

function namedBy<Key extends string>(keys: readonly Key[], words: Readonly<Record<Key,
  readonly [zh: string, en: string]>>): z.input<typeof named> {
  return { items: keys.map(key => ({ key, name: { zh: words[key][0], en: words[key][1] } })), next: null }
}
