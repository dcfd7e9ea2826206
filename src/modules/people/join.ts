// Coming in with an invitation code: as somebody whom the home's list knows, or as new family or a new tenant.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Actor } from '#modules/people/actor.ts'
import { codeIndex, invitationCode } from '#modules/people/invitation.ts'
import { openInvitation, whoMayBe } from '#modules/people/open-invitation.ts'
import { personName } from '#modules/people/person.ts'
import { addPerson } from '#modules/people/register.ts'
import { invitationText } from '#text/invitations.ts'
import { tieText } from '#text/people.ts'

export const joinInput = z.strictObject({
  code: invitationCode,
  accountId: z.string().min(1).max(100).meta({ control: 'hidden' }),
  /** One of the home's people, or «new». */
  who: z.union([z.literal('new'), z.coerce.number().int().positive()])
    .meta({ label: lang => invitationText(lang).who, wrong: lang => invitationText(lang).whoWrong }),
  name: personName.or(z.literal('')).default('')
    .meta({ label: lang => invitationText(lang).name, hint: lang => invitationText(lang).nameHint, autocomplete: 'name' }),
  tie: z.enum(['family', 'tenant']).default('family').meta({
    label: lang => invitationText(lang).tie, control: 'pick',
    choices: { family: lang => tieText(lang).family, tenant: lang => tieText(lang).tenant },
  }),
})

type Joining = z.output<typeof joinInput>

/** Uses an invitation up: the account then stands for the person. A second send answers the first one's account.
 * Only the join page calls it: it is no part of the API. */
export const join = action({
  name: 'people.join',
  summary: lang => invitationText(lang).summaryJoin,
  input: joinInput,
  subject: async (db, input, _actor: Actor, { now, secrets }) => lockedInvitation(db, secrets, input.code, now),
  refuse: (_actor, invitation) => invitation ? null : lang => invitationText(lang).notGood,
  run: async (db, { input, now, secrets, subject }) => {
    if (!subject) throw new Error('an invitation that is not there was not refused')
    const may = await whoMayBe(db, subject, now)
    const known = input.who === 'new' ? null : may.find(person => person.id === input.who)
    if (known === undefined) throw invalid([{ field: 'who', reason: lang => invitationText(lang).whoGone }])
    const personId = known?.id ?? await newcomer(db, secrets, subject.home_id, input, now)
    await db.updateTable('membership').set({ account_id: input.accountId })
      .where('community_id', '=', db.community).where('person_id', '=', personId).execute()
    await db.updateTable('invitation').set({ used_at: now.toString(), used_by: personId })
      .where('community_id', '=', db.community).where('id', '=', subject.id).execute()
    const answer = { id: personId, invitation: subject.id, account: input.accountId }
    return { subject: `invitations/${subject.id}`, answer, facts: { newcomer: input.who === 'new' } }
  },
})

// Two who use one code at once queue here, and the second finds it used.
async function lockedInvitation(db: Reader, secrets: Secrets, code: string, now: Temporal.Instant) {
  const found = await db.selectFrom('invitation').select('id').where('community_id', '=', db.community)
    .where('code_index', '=', codeIndex(secrets, code)).forUpdate().executeTakeFirst()
  return found && openInvitation(db, secrets, code, now)
}

async function newcomer(db: Writer, secrets: Secrets, homeId: number | null, input: Joining, now: Temporal.Instant): Promise<number> {
  if (homeId === null) throw invalid([{ field: 'who', reason: lang => invitationText(lang).whoWrong }])
  if (input.name === '') throw invalid([{ field: 'name', reason: lang => invitationText(lang).nameMissing }])
  const personId = await addPerson(db, secrets, { name: input.name, phone: '' })
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  await db.insertInto('tie').values({
    community_id: db.community, home_id: homeId, person_id: personId, kind: input.tie,
    since: now.toZonedDateTimeISO(time_zone).toPlainDate().toString(),
  }).execute()
  return personId
}
