// What belongs to a matter besides its trail: tasks, money, helpers, links, homes, polls and the plan.
import { z } from 'zod'
import type { LinkKind, PaidFrom, PollAnswer } from '#db/tables.ts'
import { extrasOf, isInside, type Extras } from '#modules/matters/public.ts'
import { question, type Question } from './question.ts'
import { stillThere } from './matter.ts'
import { count, day, id, idAsked, instant, maybeDay, maybeId, maybeText, receiptAsked, step, text } from './shapes.ts'

const other = z.strictObject({ id, title: text, step })
const handler = z.strictObject({ id, person: maybeId, name: maybeText, organisation: maybeText, organisationId: maybeId,
  accepted: z.boolean() })
const task = z.strictObject({
  id, title: text, checklist: maybeText, position: z.int().nullable(), owner: maybeText, organisation: maybeText, due: maybeDay,
  done: z.boolean(), mine: z.boolean(),
})
const cost = z.strictObject({
  id, cents: count, what: text,
  paidFrom: z.enum(['property_fee', 'maintenance_fund', 'public_income', 'donation', 'other'] satisfies PaidFrom[]),
  name: maybeText, at: instant, struckBy: maybeText, struckWhy: maybeText,
})
const poll = z.strictObject({
  id, question: text, place: id, label: text, openedAt: instant, closesAt: instant, asked: count, yes: count, no: count,
  suggestions: z.array(text), own: z.array(z.strictObject({ home: id, answer: z.enum(['yes', 'no'] satisfies PollAnswer[]),
  suggestion: maybeText })),
})
const extras = z.strictObject({
  handlers: z.array(handler), tasks: z.array(task), costs: z.array(cost), cents: count,
  plan: z.strictObject({ text, who: text, cents: count.nullable(), due: day }).nullable(),
  links: z.array(other.extend({ kind: z.enum(['related', 'split'] satisfies LinkKind[]), out: z.boolean() })), merged: z.array(other),
  homes: z.strictObject({ all: count, settled: count,
    seen: z.array(z.strictObject({ id, label: text, settled: z.boolean(), own: z.boolean() })) }),
  polls: z.array(poll), joined: z.strictObject({ joined: count, came: count, minutes: count, own: z.boolean() }),
})

export const EXTRAS: readonly Question[] = [
  question({
    name: 'matters.extras', input: { id: idAsked, receipt: receiptAsked }, output: extras,
    ask: async (db, actor, asked, around) => {
      const { rules } = await stillThere(db, actor, asked, around)
      return answered(await extrasOf(db, actor, asked.id, isInside(actor, rules)))
    },
  }),
]

function answered({ handlers, tasks, costs, cents, plan, links, merged, homes, polls, joined }: Extras): z.input<typeof extras> {
  return {
    cents,
    links: links.map(({ id, title, step, kind, out }) => ({ id, title, step, kind, out })),
    merged: merged.map(({ id, title, step }) => ({ id, title, step })),
    joined: { joined: joined.joined, came: joined.came, minutes: joined.minutes, own: joined.own },
    handlers: handlers.map(({ id, name, organisation, accepted, person_id, organisation_id }) =>
      ({ id, name, organisation, accepted, person: person_id, organisationId: organisation_id })),
    tasks: tasks.map(({ id, title, checklist, position, owner, organisation, done, mine, due_on }) =>
      ({ id, title, checklist, position, owner, organisation, done, mine, due: due_on })),
    costs: costs.map(({ id, cents, what, name, at, paid_from, struck_by, struck_why }) =>
      ({ id, cents, what, name, at, paidFrom: paid_from, struckBy: struck_by, struckWhy: struck_why })),
    plan: plan && { text: plan.text, who: plan.who, cents: plan.cents, due: plan.due_on },
    homes: { all: homes.all, settled: homes.settled, seen: homes.seen.map(({ id, label, settled, own }) =>
      ({ id, label, settled, own: own === true })) },
    polls: polls.map(pollOf),
  }
}

function pollOf({ id, question, place_id, label, opened_at, closes_at, asked, yes, no, suggestions,
  own }: Extras['polls'][number]): z.input<typeof poll> {
  return {
    id, question, label, place: place_id, openedAt: opened_at.toString(), closesAt: closes_at.toString(), asked: asked ?? 0, yes: yes
      ?? 0, no: no ?? 0,
    suggestions: suggestions.flatMap(({ suggestion }) => suggestion ?? []),
    own: own.map(({ home_id, answer, suggestion }) => ({ home: home_id, answer, suggestion })),
  }
}
