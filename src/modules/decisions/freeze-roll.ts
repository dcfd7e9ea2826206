// 冻结名册: who votes is taken from the roster as it stood on one day, posted, and open to objections.
import { z } from 'zod'
import type { VoterKind } from '#db/tables.ts'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { decisionToChange, mayNotIn, type Decision } from '#modules/decisions/decision.ts'
import { decisionId } from '#modules/decisions/fields.ts'
import { rollOf } from '#modules/decisions/roll.ts'
import { rulesFor } from '#modules/decisions/rules.ts'
import type { Roll, RollEntry } from '#modules/law/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

export const freezeRollInput = z.strictObject({
  id: decisionId,
  asOf: z.iso.date().meta({ label: lang => decisionText(lang).asOf, hint: lang => decisionText(lang).asOfHint, wrong: lang => decisionText(lang).asOfWrong, control: 'date' }),
  objectionsUntil: z.iso.date().meta({ label: lang => decisionText(lang).objectionsUntil, wrong: lang => decisionText(lang).objectionsUntilWrong, control: 'date' }),
})

/** Freezes the roll, in place of one that stood there; refused while the roster leaves something open that would make the totals wrong. */
export const freezeRoll = action({
  name: 'decisions.freezeRoll',
  summary: lang => decisionText(lang).summaryFreeze,
  input: freezeRollInput,
  subject: (db, input, actor: Actor) => decisionToChange(db, actor, input.id),
  refuse: mayNotIn(['draft', 'roll']),
  run: async (db, { subject: decision, input: { asOf, objectionsUntil }, now }) => {
    const today = await localDay(db, now)
    if (asOf > today) throw invalid([{ field: 'asOf', reason: lang => decisionText(lang).asOfWrong }])
    if (objectionsUntil < today) throw invalid([{ field: 'objectionsUntil', reason: lang => decisionText(lang).objectionsUntilWrong }])
    const roll = await rollOf(db, decision, asOf, (await rulesFor(db, decision.estate.id, today)).rules)
    const stops = roll.problems.filter(problem => problem.stops).flatMap(({ homes }) => homes).length
    if (stops > 0) throw invalid([{ field: 'asOf', reason: lang => decisionText(lang).rollProblems(stops) }])
    if (roll.entries.length === 0) throw invalid([{ field: 'asOf', reason: lang => decisionText(lang).nobodyOnRoll }])
    await write(db, decision, roll)
    await db.updateTable('decision').set({ stage: 'roll', as_of: asOf, frozen_at: now.toString(), objections_until: objectionsUntil })
      .where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id, voters: roll.total.heads },
      facts: { asOf, objectionsUntil, heads: roll.total.heads, area: roll.total.area, problems: roll.problems.length } }
  },
})

async function write(db: Writer, { id }: Decision, { entries }: Roll): Promise<void> {
  await db.deleteFrom('decision_home').where('community_id', '=', db.community).where('decision_id', '=', id).execute()
  await db.deleteFrom('decision_voter').where('community_id', '=', db.community).where('decision_id', '=', id).execute()
  const key = { community_id: db.community, decision_id: id }
  const voters = entries.map((entry, i) => ({
    ...key, number: i + 1, person_id: entry.guardian ?? entry.voter, kind: kindOf(entry), area: entry.area, homes: entry.homes.length,
  }))
  const homes = entries.flatMap((entry, i) => entry.homes.map(home => ({
    ...key, home_id: home.id, number: i + 1, area: home.area, area_source: home.source ?? 'registered',
  })))
  for (const some of chunks(voters)) await db.insertInto('decision_voter').values(some).execute()
  for (const some of chunks(homes)) await db.insertInto('decision_home').values(some).execute()
}

function kindOf({ developer, guardian, owners }: RollEntry): VoterKind {
  if (developer) return 'developer'
  if (guardian !== null) return 'guardian'
  return owners.length > 1 ? 'named' : 'owner'
}
