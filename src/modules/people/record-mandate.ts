// 委托: somebody lets another act for him; whoever heard it writes it down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { localDay } from '#modules/people/local-day.ts'
import { optionalDate } from '#modules/people/person.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { lacksOver, wholePerson } from '#modules/people/whole-person.ts'
import { evidenceText, mandateText } from '#text/mandates.ts'

/** How the principal said so. */
export const EVIDENCE = ['in_person', 'by_phone', 'on_paper', 'self'] as const

export const recordMandateInput = z.strictObject({
  principal: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  agent: z.coerce.number().int().positive().meta({ label: lang => mandateText(lang).agent, wrong: lang => mandateText(lang).agentWrong }),
  evidence: z.enum(EVIDENCE).meta({
    label: lang => mandateText(lang).evidence, wrong: lang => mandateText(lang).evidenceWrong, control: 'pick',
    choices: Object.fromEntries(EVIDENCE.map(one => [one, (lang: 'zh' | 'en') => evidenceText(lang)[one]])),
  }),
  until: optionalDate.meta({
    label: lang => mandateText(lang).until, hint: lang => mandateText(lang).untilHint,
    wrong: lang => mandateText(lang).untilWrong, control: 'date',
  }),
})

/** Writes a mandate down: by the principal himself, or by whoever looks after one of his homes. Holds from today. */
export const recordMandate = action({
  name: 'people.recordMandate',
  summary: lang => mandateText(lang).summaryRecord,
  input: recordMandateInput,
  subject: async (db, input, _actor: Actor) => {
    await wholePerson(db, input.agent)
    return wholePerson(db, input.principal)
  },
  refuse: (actor, principal) => actor.personId === principal.id ? null : signedOut(actor) ?? lacksOver(actor, 'record mandate', principal),
  run: async (db, { actor, input, subject: principal, now }) => {
    const since = await localDay(db, now)
    if (input.agent === principal.id) throw invalid([{ field: 'agent', reason: lang => mandateText(lang).same }])
    if (input.until !== null && input.until < since) throw invalid([{ field: 'until', reason: lang => mandateText(lang).untilWrong }])
    const self = actor.personId === principal.id
    if (self !== (input.evidence === 'self')) throw invalid([{ field: 'evidence', reason: lang => mandateText(lang).evidenceWrong }])
    const there = await openBetween(db, principal.id, input.agent, since)
    if (there) throw invalid([{ field: 'agent', reason: lang => mandateText(lang).there }])
    const { id } = await db.insertInto('mandate').values({
      community_id: db.community, principal_id: principal.id, agent_id: input.agent, evidence: input.evidence,
      made_by: actor.personId ?? 0, since, until: input.until,
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `people/${principal.id}`, answer: { id }, facts: { agent: input.agent, evidence: input.evidence, until: input.until } }
  },
})

async function openBetween(db: Reader, principal: number, agent: number, today: string): Promise<boolean> {
  const found = await db.selectFrom('mandate').select('id')
    .where('community_id', '=', db.community).where('principal_id', '=', principal).where('agent_id', '=', agent)
    .where('ended_at', 'is', null).where(open => open.or([open('until', 'is', null), open('until', '>=', today)]))
    .executeTakeFirst()
  return found !== undefined
}
