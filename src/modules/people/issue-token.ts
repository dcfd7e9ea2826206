// A key with which a program acts as the person who issues it. The key itself is made, shown once and forgotten by the door.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { printOfToken, TOKEN_MODULES, TOKEN_SCOPES } from '#modules/people/token.ts'
import { scopeText, tokenText } from '#text/tokens.ts'

/** How long a key is good when nobody says, and at most, in days. */
export const TOKEN_DAYS = { usual: 90, most: 366 }
/** How many a person may have at a time: each has its own allowance at the door. */
const MOST = 20

const choices = Object.fromEntries(TOKEN_SCOPES.map(scope => [scope, (lang: 'zh' | 'en') => scopeText(lang)[scope]]))

/** What the key is for, its SHA-256 in hex, what it may be used for, and its last day (such as 2027-02-20). */
export const issueTokenInput = z.strictObject({
  name: z.string().trim().min(1).max(40).meta({
    label: lang => tokenText(lang).name, hint: lang => tokenText(lang).nameHint, wrong: lang => tokenText(lang).nameWrong,
  }),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/u).meta({ control: 'hidden' }),
  scope: z.enum(TOKEN_SCOPES).default('all').meta({
    label: lang => tokenText(lang).scope, hint: lang => tokenText(lang).scopeHint, wrong: lang => tokenText(lang).scopeWrong,
    control: 'pick', choices,
  }),
  modules: z.array(z.enum(TOKEN_MODULES)).max(TOKEN_MODULES.length).default([]).meta({ label: lang => tokenText(lang).modules }),
  until: z.iso.date().optional().meta({
    label: lang => tokenText(lang).until, hint: lang => tokenText(lang).untilHint, wrong: lang => tokenText(lang).untilWrong,
    control: 'date',
  }),
})

/** Issues a key to the actor, for all that he may and for 90 days where nothing else is said. One of the same name is replaced. */
export const issueToken = action({
  name: 'people.issueToken',
  summary: lang => tokenText(lang).summaryIssue,
  input: issueTokenInput,
  subject: (db, input, actor: Actor, { now }) => othersOf(db, actor.personId ?? 0, input.name, now),
  refuse: mayNotIssue,
  run: async (db, { actor, input, now }) => {
    const personId = actor.personId ?? 0
    const modules = input.scope === 'some' ? [...new Set(input.modules)] : []
    if (input.scope === 'some' && modules.length === 0) throw invalid([{ field: 'modules', reason: lang => tokenText(lang).modulesWrong }])
    const ends = await endOf(db, input.until, now)
    await db.deleteFrom('api_token').where('community_id', '=', db.community).where('person_id', '=', personId)
      .where(either => either.or([either('name', '=', input.name), either('ends_at', '<=', at(now))])).execute()
    await db.insertInto('api_token').values({
      community_id: db.community, person_id: personId, name: input.name, token_hash: input.tokenHash, scope: input.scope, modules,
      made_at: now.toString(), ends_at: ends.toString(),
    }).execute()
    const token = printOfToken(input.tokenHash)
    return {
      subject: `people/${personId}`, answer: { id: personId, token },
      facts: { token, scope: input.scope, modules, until: ends.toString() },
    }
  },
})

/** Why somebody who has so many keys that are good cannot make one more, or null. */
export function mayNotIssue(actor: Actor, others: number): Said | null {
  return signedOut(actor) ?? (others >= MOST ? lang => tokenText(lang).tooMany(MOST) : null)
}

// Those that are good now, without the one that would be replaced.
async function othersOf(db: Reader, personId: number, name: string, now: Temporal.Instant): Promise<number> {
  const { n } = await db.selectFrom('api_token').select(eb => eb.fn.countAll<number>().as('n'))
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('name', '<>', name).where('ends_at', '>', at(now))
    .executeTakeFirstOrThrow()
  return n
}

async function endOf(db: Reader, until: string | undefined, now: Temporal.Instant): Promise<Temporal.Instant> {
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const today = now.toZonedDateTimeISO(time_zone).toPlainDate()
  const last = until === undefined ? today.add({ days: TOKEN_DAYS.usual }) : Temporal.PlainDate.from(until)
  const days = today.until(last, { largestUnit: 'days' }).days
  if (days < 0 || days > TOKEN_DAYS.most) throw invalid([{ field: 'until', reason: lang => tokenText(lang).untilWrong }])
  return last.add({ days: 1 }).toZonedDateTime({ timeZone: time_zone }).toInstant()
}
