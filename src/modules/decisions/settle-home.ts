// 核名册: what the roster leaves open about a home is settled, with a reason that is posted with the roll.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { decisionToChange, mayNotIn } from '#modules/decisions/decision.ts'
import { decisionId, words } from '#modules/decisions/fields.ts'
import { known } from '#modules/decisions/known.ts'
import type { Actor } from '#modules/people/public.ts'
import { settlementText } from '#text/decision-words.ts'
import { decisionText } from '#text/decisions.ts'

/** 共有人推选、监护人、开发商未售、不计、有利害关系. */
export const SETTLEMENTS = ['named', 'guardian', 'developer', 'left_out', 'interested'] as const

const personId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)

export const settleHomeInput = z.strictObject({
  id: decisionId,
  home: z.coerce.number().int().positive().meta({ label: lang => decisionText(lang).home, wrong: lang => decisionText(lang).homeWrong }),
  kind: z.enum(SETTLEMENTS).meta({
    label: lang => decisionText(lang).settlement, wrong: lang => decisionText(lang).settlementWrong, control: 'pick',
    choices: Object.fromEntries(SETTLEMENTS.map(kind => [kind, (lang: 'zh' | 'en') => settlementText(lang)[kind]])),
  }),
  person: personId.meta({ label: lang => decisionText(lang).whoVotes, wrong: lang => decisionText(lang).whoVotesWrong }),
  owner: personId.meta({ label: lang => decisionText(lang).whoseGuardian, wrong: lang => decisionText(lang).whoVotesWrong }),
  reason: words(lang => decisionText(lang).reason, 300, lang => decisionText(lang).settlementHint),
})

/** Settles one home; the roll must be frozen anew to take it in. */
export const settleHome = action({
  name: 'decisions.settleHome',
  summary: lang => decisionText(lang).summarySettle,
  input: settleHomeInput,
  subject: (db, input, actor: Actor) => decisionToChange(db, actor, input.id),
  refuse: mayNotIn(['draft', 'roll']),
  run: async (db, { subject: decision, input: { home, kind, person, owner, reason }, actor, now }) => {
    await fits(db, decision.estate.id, { home, kind, person, owner })
    // Whoever votes for the developer votes for all of his homes together, as one head (SPC interpretation 9).
    if (kind === 'developer' && person !== null) {
      await db.updateTable('decision').set({ developer_id: person }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    }
    const settled = { kind, person_id: kind === 'developer' ? null : person, owner_id: owner, reason, settled_by: actor.personId ?? 0, settled_at: now.toString() }
    await db.insertInto('decision_settlement').values({ community_id: db.community, decision_id: decision.id, home_id: home, ...settled })
      .onConflict(there => there.columns(['community_id', 'decision_id', 'home_id']).doUpdateSet(settled)).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { home, kind, person, owner } }
  },
})

async function fits(db: Reader, estate: number, { home, kind, person, owner }: { home: number, kind: string, person: number | null, owner: number | null }): Promise<void> {
  const place = await db.selectFrom('place').select('id').where('community_id', '=', db.community).where('id', '=', home)
    .where('kind', '=', 'home').where('estate_id', '=', estate).executeTakeFirst()
  if (!place) throw invalid([{ field: 'home', reason: lang => decisionText(lang).homeWrong }])
  const needed = kind === 'named' || kind === 'guardian'
  if (kind !== 'developer' && needed !== (person !== null)) throw invalid([{ field: 'person', reason: lang => decisionText(lang).whoVotesWrong }])
  if ((kind === 'guardian') !== (owner !== null)) throw invalid([{ field: 'owner', reason: lang => decisionText(lang).whoVotesWrong }])
  await known(db, person, 'person')
  const mustOwn = kind === 'named' ? person : owner
  if (mustOwn === null) return
  const owns = await db.selectFrom('tie').select('id').where('community_id', '=', db.community).where('home_id', '=', home)
    .where('person_id', '=', mustOwn).where('kind', '=', 'owner').executeTakeFirst()
  if (!owns) throw invalid([{ field: kind === 'named' ? 'person' : 'owner', reason: lang => decisionText(lang).notOwner }])
}
