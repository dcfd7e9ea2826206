// What programs may ask about duty: who is on now, rosters, one's own turns, hand-over notes, where nobody is near, who carries how much.
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import type { Reader } from '#kit/db.ts'
import { COVERAGE_TIMES, coverageOf, loadsOf, notesFor, onDutyNow, ownDuty, rosterById, rostersListed, shareOfTen, turnsOfRoster } from '#modules/duty/public.ts'
import { holds, lacks } from '#modules/people/public.ts'
import { apiDutyText } from '#text/api-duty.ts'
import { question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeId, maybeInstant, maybeText, text } from './shapes.ts'

const inWords = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof apiDutyText.pairs) => schema.meta({ label: lang => apiDutyText(lang)[key] })
const span = { from: inWords(instant, 'from'), until: inWords(instant, 'until') }
const roster = { id, name: inWords(text, 'rosterName'), onCall: inWords(z.boolean(), 'onCall'), organisation: inWords(text, 'organisationName') }

const now = z.strictObject({
  items: z.array(z.strictObject({ turn: inWords(id, 'turn'), roster: inWords(text, 'rosterName'), onCall: roster.onCall, organisation: roster.organisation,
    name: inWords(text, 'personName'), ...span })),
})
const shown = z.strictObject({
  ...roster,
  turns: inWords(z.array(z.strictObject({ turn: inWords(maybeId, 'turn'), gap: inWords(maybeId, 'gap'), person: inWords(maybeId, 'person'), name: inWords(maybeText, 'personName'),
    leave: inWords(maybeId, 'leave'), ...span })), 'allTurns'),
})
const own = z.strictObject({
  turns: inWords(z.array(z.strictObject({ turn: inWords(id, 'turn'), roster: inWords(text, 'rosterName'), onCall: roster.onCall, ...span })), 'ownTurns'),
  swaps: inWords(z.array(z.strictObject({ swap: inWords(id, 'swap'), askedBy: inWords(text, 'askedBy'), ...span, forFrom: inWords(maybeInstant, 'forFrom') })), 'swaps'),
  gaps: inWords(z.array(z.strictObject({ gap: inWords(id, 'gap'), roster: inWords(text, 'rosterName'), ...span })), 'gaps'),
})
const notes = z.strictObject({
  notes: inWords(z.array(z.strictObject({ turn: inWords(id, 'turn'), roster: inWords(text, 'rosterName'), name: inWords(text, 'personName'), text: inWords(text, 'text'),
    writtenAt: inWords(instant, 'writtenAt'), readBy: inWords(maybeText, 'readBy'), next: inWords(z.boolean(), 'next') })), 'notes'),
})
const coverage = z.strictObject({
  places: inWords(z.array(z.strictObject({ building: inWords(text, 'building'), entrance: inWords(maybeText, 'entrance'), homes: inWords(count, 'homes'),
    here: inWords(count.nullable(), 'here'), around: inWords(count, 'around') })), 'places'),
})
const load = z.strictObject({
  share: inWords(count.nullable(), 'share'), more: inWords(count, 'more'),
  people: inWords(z.array(z.strictObject({ person: id, name: inWords(text, 'personName'), asked: inWords(count, 'asked'), went: inWords(count, 'went'),
    served: inWords(count, 'served'), turns: inWords(count, 'turns'), onDuty: inWords(count, 'onDuty') })), 'people'),
})

export const DUTY: readonly Question[] = [
  question({
    name: 'duty.now', input: {}, output: now,
    ask: async (db, _actor, _asked, around) => ({
      items: (await onDutyNow(db, around.now).execute()).map(({ turn_id: turn, roster, on_call: onCall, organisation, person: name, from_at, until_at }) => ({
        turn, roster, onCall, organisation, name, ...between(from_at, until_at),
      })),
    }),
  }),
  question({
    name: 'duty.rosters', input: {}, output: z.strictObject({ items: z.array(z.strictObject(roster)) }),
    ask: async (db, actor) => ({ items: (await rostersListed(db, actor)).map(({ id, name, on_call: onCall, organisation }) => ({ id, name, onCall, organisation })) }),
  }),
  question({
    name: 'duty.roster', input: { id: idAsked }, output: shown,
    ask: async (db, actor, asked, around) => {
      const { id, name, on_call: onCall, organisation } = await rosterById(db, actor, asked.id)
      const turns = (await turnsOfRoster(db, id, around.now)).map(one => ({
        turn: one.person === null ? null : one.id, gap: one.person === null ? one.id : null, person: one.person_id, name: one.person, leave: one.leave,
        ...between(one.from_at, one.until_at),
      }))
      return { id, name, onCall, organisation, turns }
    },
  }),
  question({
    name: 'duty.mine', input: {}, output: own,
    ask: async (db, actor, _asked, around) => {
      const { turns, swaps, gaps } = await ownDuty(db, actor, around.now)
      return {
        turns: turns.map(({ id, roster, on_call, from_at, until_at }) => ({ turn: id, roster, onCall: on_call, from: from_at, until: until_at })),
        swaps: swaps.map(({ id, name, from_at, until_at, for_from }) => ({ swap: id, askedBy: name, from: from_at, until: until_at, forFrom: for_from })),
        gaps: gaps.map(({ id, roster, from_at, until_at }) => ({ gap: id, roster, from: from_at, until: until_at })),
      }
    },
  }),
  question({
    name: 'duty.notes', input: {}, output: notes,
    ask: async (db, actor, _asked, around) => ({
      notes: (await notesFor(db, actor, around.now)).map(({ turn, roster, person, text, written_at, reader, next }) => ({
        turn, roster, name: person, text, writtenAt: written_at.toString(), readBy: reader, next: Boolean(next),
      })),
    }),
  }),
  question({
    name: 'duty.coverage', input: { when: z.enum(COVERAGE_TIMES).default('now').meta({ label: lang => apiDutyText(lang).when }) }, output: coverage,
    ask: async (db, actor, asked, around) => {
      const entrances = await coverageOf(db, asked.when, around.now, await zoneOf(db))
      if (holds(actor, 'see coverage')) return { places: entrances.map(({ estate, building, label, homes, here, around: near }) => ({ building: `${estate} ${building}`, entrance: label, homes, here, around: near })) }
      const buildings = [...Map.groupBy(entrances, one => one.building_id).values()]
      return {
        places: buildings.flatMap(([first, ...rest]) => first ? [{
          building: `${first.estate} ${first.building}`, entrance: null, homes: [first, ...rest].reduce((sum, { homes }) => sum + homes, 0), here: null, around: first.around,
        }] : []),
      }
    },
  }),
  question({
    name: 'duty.load', input: {}, output: load,
    ask: async (db, actor, _asked, around) => {
      const refusal = lacks(actor, 'see load', null)
      if (refusal) throw new Refused(refusal)
      const loads = await loadsOf(db, around.now)
      const share = shareOfTen(loads)
      return {
        share: share?.percent ?? null, more: share?.more ?? 0,
        people: loads.map(({ id, name, asked, went, served, turns, on_duty }) => ({ person: id, name, asked, went, served, turns, onDuty: on_duty })),
      }
    },
  }),
]

async function zoneOf(db: Reader): Promise<string> {
  return (await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()).time_zone
}

function between(from: Temporal.Instant, until: Temporal.Instant): { from: string, until: string } {
  return { from: from.toString(), until: until.toString() }
}
