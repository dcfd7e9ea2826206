// What is held about me: all of it, to read, to take along, to correct, to erase.
import { Invalid } from '#kit/errors.ts'
import { correctMyself, correctMyselfInput, heldAbout, type Held } from '#modules/people/public.ts'
import { titleOf } from '#modules/matters/public.ts'
import { ballotChannelText } from '#text/decision-words.ts'
import { openingText, reasonText as openingReason, verdictText as openingVerdict } from '#text/break-glass.ts'
import { purposeText } from '#text/consents.ts'
import { dataText, meText } from '#text/me.ts'
import { reasonText, thingText, verdictText } from '#text/moderation.ts'
import { postText, tieText } from '#text/people.ts'
import { fieldText, unmaskText, whyText } from '#text/unmask.ts'
import { framed } from '#web/frame.ts'
import { actSaid } from '#web/parts/acts.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { local } from '#web/parts/page.ts'
import { day, dayAndTime, dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { needWord } from '../calls/around.ts'
import { helping } from './data-help.ts'
import { section } from './held-section.ts'

/** GET /:community/me/data */
export const page: Page = visit => shown(visit, EMPTY)

/** GET /:community/me/data.json: the same, and the whole record, to keep. */
export const file: Page = async visit => {
  const { db, actor, community } = visit
  if (actor.personId === null) return goTo(`/${community.slug}/me`)
  const held = await heldAbout(db, actor.personId)
  return new Response(JSON.stringify({ ...await visit.ownNumbers(db, actor), ...held }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="linju.json"', 'cache-control': 'no-store',
    },
  })
}

/** POST /:community/me/data: my name, corrected. */
export const correct: Submit = async sent => {
  try {
    await sent.act(correctMyself, { name: sent.form.fields['name'] })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/me?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community } = visit
  const t = dataText(lang)
  if (actor.personId === null) return goTo(`/${community.slug}/me`)
  const held = await heldAbout(db, actor.personId)
  const at = `/${community.slug}/me`
  return framed(visit, { title: t.title, narrow: true, back: at }, html`<p class="dim">${t.lead}</p>
<p><a class="btn b-line" href="${at}/data.json" download>${t.save}</a></p>
${await person(visit, held)}
${looked(visit, held)}
${opened(visit, held)}
${parts(visit, held)}
<section class="card"><h2>${t.correct}</h2><form method="post" action="${at}/data">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, correctMyselfInput, 'name', mend === EMPTY ? { problems: [], values: { name: held.name } } : mend)}<div class="field"><button class="btn full">${t.saveName}</button></div></form><p><a class="btn b-line sm" href="${at}/phone">${t.correctPhone}</a></p></section>
<p class="field"><a class="btn full b-line" href="${at}/erase">${t.erase}</a></p>`)
}

async function person(visit: Visit, held: Held): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = dataText(lang)
  const { phone, document } = await visit.ownNumbers(db, actor)
  return section(t.person, [
    dotted(t.name, held.name), dotted(t.phone, phone ? local(phone) : t.none), dotted(t.document, document || t.none),
    dotted(t.known, dayAt(lang, Temporal.Instant.from(held.made_at), community.time_zone)),
  ])
}

function looked({ lang, community }: Visit, held: Held): Html {
  const t = dataText(lang)
  const when = (at: string) => dayAt(lang, Temporal.Instant.from(at), community.time_zone)
  const lines = [
    ...held.looked.map(one => dotted(when(one.at), t.lookedLine(one.name, fieldText(lang)[one.field], whyText(lang)[one.purpose]))),
    ...held.phones_read.map(one => dotted(when(one.at), t.lookedLine(one.name, fieldText(lang).phone, unmaskText(lang).ofMatter(one.matter_id)))),
    ...held.call_numbers_read.map(one => dotted(when(one.at), t.lookedLine(one.name ?? t.byReceipt, fieldText(lang).phone, needWord(lang, one.need)))),
    ...held.exported.map(one => dotted(when(one.at), t.lookedLine(one.name, t.bothNumbers, t.inRoster))),
  ]
  return section(t.looked, lines.length === 0 ? [t.lookedNobody] : lines)
}

// Who opened my home, and what I opened and judged myself: who, when, why, and what came of it.
function opened({ lang, community }: Visit, held: Held): Html {
  const t = openingText(lang)
  const line = (one: Held['opened'][number]) => dotted(dayAndTime(lang, Temporal.Instant.from(one.at), community.time_zone), one.home,
    t.by(one.name, postText(lang)[one.opened_as as 'grid_worker']), openingReason(lang)[one.reason], one.words ?? t.erased,
    one.verdict ? t.judgedBy(openingVerdict(lang)[one.verdict], one.verdict_words ?? '') : t.waits)
  return html`${section(dataText(lang).opened, held.opened.map(line))}${section(t.mine, held.openings.map(line))}`
}

function parts(visit: Visit, held: Held): Html {
  const { lang, community } = visit
  const t = dataText(lang)
  const when = (at: string) => dayAt(lang, Temporal.Instant.from(at), community.time_zone)
  const span = (one: { since: string, until: string | null }) => one.until ? `${day(lang, one.since)}–${day(lang, one.until)}` : meText(lang).since(day(lang, one.since))
  return html`${section(t.ties, held.homes.map(home => dotted(home.home, tieText(lang)[home.kind], span(home))))}
${section(t.posts, held.posts.map(post => dotted(postText(lang)[post.kind as 'secretary'], post.organisation, span(post))))}
${section(t.consents, held.consents.map(one => dotted(purposeText(lang)[one.purpose as 'show_name'], when(one.given_at), one.withdrawn_at && t.withdrawn(when(one.withdrawn_at)))))}
${section(t.mandates, held.mandates.map(one => dotted(`${one.principal} → ${one.agent}`, span(one), one.ended_at && t.ended(when(one.ended_at)))))}
${section(t.matters, held.matters.map(one => dotted(String(one.id), titleOf(one.text), when(one.raised_at))))}
${section(t.follows, held.follows.map(one => dotted(String(one.matter_id), when(one.since))))}
${section(t.ratings, held.ratings.map(one => dotted(String(one.matter_id), '★'.repeat(one.stars), one.text, when(one.at))))}
${section(t.polls, held.asked_in_polls.map(one => one.taken ? t.pollTaken(one.poll_id) : t.pollAsked(one.poll_id)))}
${section(t.ballots, held.ballots.map(one => t.ballot(one.poll_id, JSON.stringify(one.marks))))}
${section(t.councils, [...held.council_seats.map(one => dotted(one.name, when(one.at))), ...held.session_seats.map(one => dotted(one.title, one.stand_in)),
    ...held.session_speeches.map(one => dotted(one.about || t.spoke, when(one.at))), ...held.session_questions.map(one => dotted(one.text, one.answer, when(one.at))),
    ...held.session_points.map(one => dotted(one.text, when(one.at))), ...held.session_tasks.map(one => dotted(one.title, when(one.at)))])}
${section(t.votes, [...held.rolls.map(one => t.onRoll(one.title, one.number)), ...held.votes.map(one => dotted(t.voted(one.decision_id), ballotChannelText(lang)[one.channel], when(one.at))),
    ...held.vote_mandates.map(one => dotted(t.heldMandate(one.decision_id), when(one.at))), ...held.vote_objections.map(one => dotted(one.text, one.answer, when(one.at)))])}
${helping(visit, held)}
${section(t.answers, held.answers.map(one => dotted(String(one.matter_id), one.answer, one.suggestion, when(one.at))))}
${section(t.lookedOver, held.looked_over.map(one => dotted(String(one.matter_id), thingText(lang)[one.kind], one.verdict && verdictText(lang)[one.verdict], one.reason && reasonText(lang)[one.reason], one.words, one.appeal, when(one.at))))}
${section(t.reports, held.reports.map(one => dotted(String(one.matter_id), reasonText(lang)[one.reason], one.words, when(one.at))))}
${section(t.judged, [...held.judged.map(one => dotted(String(one.matter_id), thingText(lang)[one.kind], one.verdict && verdictText(lang)[one.verdict], when(one.at))), ...held.words.map(one => dotted(one.word, when(one.at)))])}
${section(t.joined, held.joined.map(one => dotted(String(one.matter_id), when(one.at))))}
${section(t.working, [...held.handled.map(one => dotted(String(one.matter_id), when(one.at))), ...held.tasks.map(one => dotted(String(one.matter_id), one.title, when(one.at))), ...held.filters.map(one => one.name)])}
${section(t.told, [...held.notice_choices.map(one => t.digestAt(one.digest_hour)), ...held.notice_devices.length > 0 ? [t.devices(held.notice_devices.length)] : [], ...held.muted.length > 0 ? [t.muted(held.muted.length)] : [],
    ...held.notices.length > 0 ? [t.noticesKept(held.notices.length)] : []])}
${section(t.notes, held.notes.map(one => dotted(String(one.matter_id), one.text, when(one.at))))}
${section(t.tokens, held.keys.map(key => dotted(key.name, when(key.made_at))))}
${section(t.invitations, held.invitations.map(one => dotted(String(one.id), when(one.made_at))))}
${section(t.journal, held.record.map(one => dotted(when(one.at), actSaid(lang, one.action), one.subject)), t.journalHint)}`
}
