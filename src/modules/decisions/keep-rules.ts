// 本小区的规矩: the estate's own rules of procedure and covenant as a rule pack; what undercuts the law is told and not used.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNotKeep } from '#modules/decisions/decision.ts'
import { estateRules } from '#modules/law/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

export const keepRulesInput = z.strictObject({
  estate: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  source: z.string().trim().min(20).max(40_000).meta({ label: lang => decisionText(lang).ownRules, hint: lang => decisionText(lang).ownRulesHint,
    wrong: lang => decisionText(lang).ownRulesWrong, control: 'textarea' }),
})

/** Keeps a new version; votes that were announced keep theirs. Answers how many of its numbers the law overrides. */
export const keepRules = action({
  name: 'decisions.keepRules',
  summary: lang => decisionText(lang).summaryRules,
  input: keepRulesInput,
  subject: (db, input, _actor: Actor) => placeById(db, input.estate),
  refuse: (actor, estate) => mayNotKeep(actor, { estate }),
  run: async (db, { subject: estate, input, actor, now }) => {
    if (estate.kind !== 'estate') throw invalid([{ field: 'estate', reason: lang => decisionText(lang).estateWrong }])
    const { law } = await db.selectFrom('community').select('law').where('id', '=', db.community).executeTakeFirstOrThrow()
    const read = estateRules(input.source, law, await localDay(db, now))
    if ('problems' in read) throw invalid(read.problems.slice(0, 1).map(({ line, reason }) => ({ field: 'source', reason: lang => decisionText(lang).atLine(line, reason(lang)) })))
    const { flags } = read.rules
    const { id } = await db.insertInto('estate_rules').values({
      community_id: db.community, estate_id: estate.id, source: input.source, kept_by: actor.personId ?? 0, kept_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `places/${estate.id}`, answer: { id, flags: flags.length }, facts: { rules: id, flags: flags.map(({ key }) => key) } }
  },
})
