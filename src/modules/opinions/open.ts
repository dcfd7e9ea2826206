// 问计: an organiser asks everybody one wide question, with a few statements to begin with.
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { isOpen, matterById } from '#modules/matters/public.ts'
import { mayNotOpen } from '#modules/opinions/conversation.ts'
import { openInput } from '#modules/opinions/fields.ts'
import type { Actor } from '#modules/people/public.ts'
import { opinionText } from '#text/opinions.ts'

const LONGEST_OPEN = { years: 1 }

/** Opens it; the day named is the last. Throws Invalid. */
export const openConversation = action({
  name: 'opinions.open',
  summary: lang => opinionText(lang).summaryOpen,
  input: openInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => mayNotOpen(actor),
  run: async (db, { actor, input, now }) => {
    const closes = await endOf(db, input.until, now)
    await checkMatter(db, actor, input.matter)
    const { id } = await db.insertInto('conversation').values({
      community_id: db.community, matter_id: input.matter, question: input.question, about: input.about,
      opened_by: actor.personId ?? 0, opened_at: now.toString(), closes_at: closes.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    await db.insertInto('conversation_statement').values(input.statements.map(text => ({
      community_id: db.community, conversation_id: id, text, added_at: now.toString(), standing: 'accepted' as const,
    }))).execute()
    return { subject: `conversations/${id}`, answer: { id }, facts: { inMatter: input.matter, statements: input.statements.length } }
  },
})

async function endOf(db: Reader, day: string, now: Temporal.Instant): Promise<Temporal.Instant> {
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const date = Temporal.PlainDate.from(day)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const possible = Temporal.PlainDate.compare(date, today) > 0 && Temporal.PlainDate.compare(date, today.add(LONGEST_OPEN)) <= 0
  if (!possible) throw invalid([{ field: 'until', reason: lang => opinionText(lang).untilWrong }])
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
}

// A conversation is public, so what it belongs to must be: open, not private, not inside a home.
async function checkMatter(db: Reader, actor: Actor, matter: number | null): Promise<void> {
  if (matter === null) return
  const found = await matterById(db, actor, matter).catch(problem => {
    if (problem instanceof NotFound) return null
    throw problem
  })
  if (!found || !isOpen(found.rules) || found.rules.standing !== 'shown' || found.step === 'close' || found.rules.withdrawn_at !== null) {
    throw invalid([{ field: 'matter', reason: lang => opinionText(lang).matterWrong }])
  }
}
