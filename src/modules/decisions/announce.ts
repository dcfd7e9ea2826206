// 公告: questions, roll, rules and times stand fast from here; whatever is not announced cannot be decided.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { announcementOf, questionsInWords } from '#modules/decisions/announcement.ts'
import { decisionToChange, mayNotIn, sittingOf, type Decision } from '#modules/decisions/decision.ts'
import { decisionId, instantOf, moment } from '#modules/decisions/fields.ts'
import { newKey } from '#kit/sealed.ts'
import { leafOf } from '#modules/decisions/ledger.ts'
import { proven } from '#modules/decisions/proofs.ts'
import { rollLines, rootOfRoll } from '#modules/decisions/roll-tree.ts'
import { rulesFor } from '#modules/decisions/rules.ts'
import { choiceIn, hungOut, numberIn, type Rules } from '#modules/law/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const announceInput = z.strictObject({
  id: decisionId,
  opens: moment(lang => decisionText(lang).opens),
  closes: moment(lang => decisionText(lang).closes),
})

/** Announces it, or, before it opened, announces it anew with other times; then the notice must hang anew. */
export const announceDecision = action({
  name: 'decisions.announce',
  summary: lang => decisionText(lang).summaryAnnounce,
  input: announceInput,
  subject: (db, input, actor: Actor) => decisionToChange(db, actor, input.id),
  refuse: (actor, decision, now) => mayNotIn(['roll', 'announced'])(actor, decision) ?? notReady(decision, now),
  run: async (db, { subject: decision, input, secrets, now }) => {
    const today = await localDay(db, now)
    const { rules, ownRules } = await rulesFor(db, decision.estate.id, today)
    const { openObjections } = await proven(db, decision)
    if (openObjections > 0) throw invalid([{ field: 'id', reason: lang => decisionText(lang).objectionsOpen(openObjections) }])
    const [opens, closes] = [instantOf(input.opens, decision.zone), instantOf(input.closes, decision.zone)]
    inTime(rules, decision, { today, opens, closes })
    const root = rootOfRoll({ community: db.community, id: decision.id }, await rollLines(db, decision.id))
    const advisory = choiceIn(rules, 'internet')?.value === 'city_only'
    const announcement = announcementOf(db, decision, {
      advisory, opens: opens.toString(), closes: closes.toString(), roll: root, rules, questions: await questionsInWords(db, decision.id),
    })
    await db.updateTable('decision').set({
      stage: 'announced', announced_at: now.toString(), opens_at: opens.toString(), closes_at: closes.toString(), rules: JSON.stringify(rules), own_rules_id: ownRules,
      advisory, roll_root: Buffer.from(root, 'hex'), key_sealed: decision.key_sealed ?? secrets.encrypt(newKey()),
    }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id },
      facts: {
        roll: root, announcement: leafOf(announcement).toString('hex'), opens: opens.toString(), closes: closes.toString(),
        packs: rules.packs.map(({ key, version }) => `${key}.${version}`), questions: decision.questions.length,
      } }
  },
})

function notReady({ questions, objections_until, zone }: Decision, now: Temporal.Instant) {
  if (questions.length === 0) return (lang: 'zh' | 'en') => decisionText(lang).noQuestions
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  return objections_until !== null && today <= objections_until ? (lang: 'zh' | 'en') => decisionText(lang).objectionsRun(objections_until) : null
}

// 物业管理条例 14: fifteen days before; the packs say how many.
function inTime(rules: Rules, decision: Decision, { today, opens, closes }: { today: string, opens: Temporal.Instant, closes: Temporal.Instant }): void {
  const days = numberIn(rules, sittingOf(decision).extraordinary ? 'notice_extraordinary' : 'notice')?.value ?? 0
  const earliest = hungOut(Temporal.PlainDate.from(today), days)
  if (Temporal.PlainDate.compare(opens.toZonedDateTimeISO(decision.zone).toPlainDate(), earliest) < 0) {
    throw invalid([{ field: 'opens', reason: lang => decisionText(lang).opensTooSoon(days, earliest.toString()) }])
  }
  const least = numberIn(rules, 'voting')?.value ?? 0
  if (Temporal.Instant.compare(closes, opens.add({ hours: Math.max(1, least * 24) })) < 0) throw invalid([{ field: 'closes', reason: lang => decisionText(lang).closesTooSoon(Math.max(1, least)) }])
}
