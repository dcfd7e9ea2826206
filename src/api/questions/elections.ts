// What programs may ask about elections of owners' committees: which there are, how far one is and what is missing.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { course, coverageOf, electionShown, estatesWithCommittees, stageOf } from '#modules/elections/public.ts'
import { sourceSaid, type Rule } from '#modules/law/public.ts'
import { localDay } from '#modules/people/public.ts'
import { apiElectionText } from '#text/api-elections.ts'
import { electionKindText, electionStageText } from '#text/election-words.ts'
import { electionStepText } from '#text/election-course.ts'
import { question, type Question } from './question.ts'
import { bilingual, count, id, idAsked, maybeDay, maybeId, text } from './shapes.ts'

type Key = keyof typeof apiElectionText.pairs
const said = <Shape extends z.ZodType>(shape: Shape, key: Key) => shape.meta({ label: lang => apiElectionText(lang)[key] })
const namesOf = <Name extends string>(pairs: Readonly<Record<Name, unknown>>) => z.enum(Object.keys(pairs) as [Name, ...Name[]])

const kind = said(namesOf(electionKindText.pairs), 'kind')
const stage = said(namesOf(electionStageText.pairs), 'stage')
const termEnds = said(maybeDay, 'termEnds')
const estate = z.strictObject({ id, name: text, seats: said(count, 'seats'), elections: said(z.array(z.strictObject({ id, kind, stage, termEnds })), 'elections') })
const step = z.strictObject({
  step: said(namesOf(electionStepText.pairs), 'step'), state: said(z.enum(['done', 'now', 'next']), 'state'), by: said(maybeDay, 'by'), source: said(bilingual.nullable(), 'source'),
  missing: said(z.array(bilingual), 'missing'),
})
const covered = z.strictObject({ building: said(id, 'building'), name: text, homes: said(count, 'homes'), reached: said(count, 'reached') })

export const ELECTIONS: readonly Question[] = [
  question({
    name: 'elections.list', input: {}, output: z.strictObject({ estates: said(z.array(estate), 'estates') }),
    ask: async (db, _actor, _asked, { now }) => ({
      estates: (await estatesWithCommittees(db, await localDay(db, now))).map(({ id, name, members, elections }) => ({
        id, name, seats: members, elections: elections.map(one => ({ id: one.id, kind: one.kind, stage: one.stage, termEnds: one.term_ends })),
      })),
    }),
  }),
  question({
    name: 'elections.show', input: { id: idAsked },
    output: z.strictObject({
      id, estate: said(id, 'estate'), kind, stage, decision: said(maybeId, 'decision'), termEnds, steps: said(z.array(step), 'steps'), coverage: said(z.array(covered), 'coverage'),
    }),
    ask: async (db, actor, asked, { now }) => {
      const { election, facts } = await electionShown(db, actor, asked.id)
      const today = await localDay(db, now)
      const { rules } = await rulesFor(db, election.estate.id, today)
      return {
        id: election.id, estate: election.estate.id, kind: election.kind, stage: stageOf(election), decision: election.decision_id, termEnds: election.term_ends,
        steps: course(rules, election, facts, today).map(one => ({
          step: one.step, state: one.state, by: one.by?.on ?? null, source: one.by && sourceOf(one.by), missing: one.missing.map(both),
        })),
        coverage: (await coverageOf(db, actor, election.id, election.estate.id)).map(({ id, name, homes, reached }) => ({ building: id, name, homes, reached })),
      }
    },
  }),
]

function both(say: Said): z.input<typeof bilingual> {
  return { zh: say('zh'), en: say('en') }
}

function sourceOf({ rule }: { readonly rule: Rule }): z.input<typeof bilingual> {
  return both(lang => sourceSaid(rule.source, lang))
}
