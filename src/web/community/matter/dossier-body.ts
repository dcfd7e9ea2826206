// The sealed file as a person reads it: on its page, on paper, and in the archive without this installation.
import { listed, type Lang } from '#kit/phrase.ts'
import { limitText } from '#modules/clocks/public.ts'
import { sealInGroups, yuanOf, type Dossier } from '#modules/matters/public.ts'
import { dossierText, levelText } from '#text/dossier.ts'
import { stepText } from '#text/matters.ts'
import { trailText } from '#text/matter-page.ts'
import { paidFromText } from '#text/work-more.ts'
import { duration } from '#web/parts/duration.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { rated } from './rating.ts'

interface Reading {
  lang: Lang
  dossier: Dossier
  zone: string
  /** Where a photo is, by its hash. */
  photoAt(hash: string): string
}

/** The whole file. Plain elements that need no style. */
export function dossierBody(reading: Reading): Html {
  return html`${seal(reading)}${about(reading)}${trail(reading)}${work(reading)}${photos(reading)}${clocks(reading)}${rating(reading)}${signatures(reading)}`
}

/** Whether something was erased since it was sealed. */
export function isErased({ content, words, photos: there }: Dossier): boolean {
  return marksIn(content).some(mark => mark !== content.raised.private && !words.has(mark)) || content.photos.some(photo => !there.has(photo.sha256))
}

function marksIn({ place, raised, trail: notes, handled, tasks, costs, polls, rating: given, closed }: Dossier['content']): string[] {
  return [
    place, raised.text, raised.by, handled.by, closed.by, ...notes.flatMap(note => [note.text, note.by]), ...tasks.map(task => task.title),
    ...costs.map(cost => cost.what), ...polls.map(poll => poll.question), ...given.words.map(words => words.text),
  ].filter(mark => mark !== null)
}

function words({ lang, dossier }: Reading, mark: string): string {
  return dossier.words.get(mark)?.text ?? dossierText(lang).erased(mark.slice(0, 8))
}

function seal(reading: Reading): Html {
  const { lang, dossier } = reading
  const t = dossierText(lang)
  return html`<section class="card"><p class="dim sm">${t.lead}</p>
<p><b>${t.seal}</b><br><code>${sealInGroups(dossier.hash)}</code></p>
<p class="dim sm">${dotted(t.sealedAt(when(reading, dossier.content.closed.at)), t.sealHint)}</p>${isErased(dossier) && html`<p class="sm">${t.someErased}</p>`}</section>`
}

function about(reading: Reading): Html {
  const { lang, dossier: { content } } = reading
  const t = dossierText(lang)
  const { raised, handled, closed, method } = content
  const named = (mark: string | null, organisation: string | null) => dotted(mark && words(reading, mark), organisation)
  return html`<table class="tbl"><tbody>
${row(t.what, html`${words(reading, raised.text)}${raised.private && html`<br><small>${t.privatePart(raised.private.slice(0, 8))}</small>`}`)}
${row(t.where, words(reading, content.place))}
${row(t.raised, dotted(raised.by ? words(reading, raised.by) : t.neighbour, when(reading, raised.at), raised.followers > 0 && t.followers(raised.followers)))}
${content.homes > 0 && row('', t.homes(content.homes))}
${row(t.method, method.version === null ? method.key : t.methodVersion(method.key, method.version))}
${row(t.handled, dotted(named(handled.by, handled.organisation), handled.others.length > 0 && t.together(listed(lang, handled.others))))}
${row(t.closed, dotted(named(closed.by, closed.organisation), closed.as === 'done' ? t.done : t.turnedDown, closed.other_hands ? t.otherHands : t.sameHands))}
${row(t.level, levelText(lang)[closed.level as 'grid'])}
</tbody></table>`
}

function part(words: string, body: Html): Html {
  return html`<section><h2 class="head">${words}</h2>${body}</section>`
}

function row(head: string, value: Html | string): Html {
  return html`<tr><th scope="row">${head}</th><td>${value}</td></tr>`
}

function trail(reading: Reading): Html {
  const { lang, dossier: { content } } = reading
  const t = dossierText(lang)
  const heading = (kind: string, step: string) => {
    const name = stepText(lang)[step as 'raise']
    return kind === 'move' ? trailText(lang).move(name) : trailText(lang)[kind as 'reply']
  }
  return part(t.trail, html`<table class="tbl"><thead><tr><th>${t.when}</th><th>${t.who}</th><th>${t.words}</th></tr></thead><tbody>${content.trail.map(note =>
    html`<tr><td>${when(reading, note.at)}</td><td>${dotted(note.by ? words(reading, note.by) : note.organisation === null && t.neighbour, note.organisation)}</td><td>${
      heading(note.kind, note.step)}<br>${words(reading, note.text)}</td></tr>`)}</tbody></table>`)
}

function work(reading: Reading): Html {
  const { lang, dossier: { content: { tasks, polls } } } = reading
  const t = dossierText(lang)
  return html`${tasks.length > 0 && part(t.tasks, html`<table class="tbl"><tbody>${tasks.map(task =>
    html`<tr><td>${words(reading, task.title)}</td><td>${task.organisation ?? ''}</td><td>${task.done ? t.taskDone(when(reading, task.done)) : t.taskOpen}</td></tr>`)}</tbody></table>`)}
${polls.length > 0 && part(t.polls, html`<table class="tbl"><tbody>${polls.map(poll =>
    html`<tr><td>${words(reading, poll.question)}</td><td>${t.pollResult(poll.yes, poll.no)}</td></tr>`)}</tbody></table>`)}${money(reading)}`
}

function money(reading: Reading): Html {
  const { lang, dossier: { content: { costs } } } = reading
  const t = dossierText(lang)
  if (costs.length === 0) return nothing
  const sum = costs.reduce((cents, cost) => cents + cost.cents, 0)
  return part(t.costs, html`<table class="tbl"><tbody>${costs.map(cost => html`<tr><td>${words(reading, cost.what)}</td><td>${
    paidFromText(lang)[cost.paid_from as 'other']}</td><td class="r">${t.yuan(yuanOf(cost.cents))}</td></tr>`)}<tr><th scope="row">${t.sum}</th><td></td><td class="r"><b>${
    t.yuan(yuanOf(sum))}</b></td></tr></tbody></table>`)
}

function photos({ lang, dossier, photoAt }: Reading): Html {
  const t = dossierText(lang)
  if (dossier.content.photos.length === 0) return nothing
  return part(t.photos, html`<div class="pics">${dossier.content.photos.map(({ sha256, moment }) => html`<figure>${dossier.photos.has(sha256)
    ? html`<img src="${photoAt(sha256)}" width="480" alt="${trailText(lang)[moment as 'after']}">` : t.photoErased}<figcaption>${trailText(lang)[moment as 'after']} <code>${
    sha256.slice(0, 8)}</code></figcaption></figure>`)}</div>`)
}

function clocks({ lang, dossier: { content } }: Reading): Html {
  const t = dossierText(lang)
  if (content.clocks.length === 0) return nothing
  return part(t.clocks, html`<table class="tbl"><tbody>${content.clocks.map(({ name, counting, allowed, used, late }) => {
    const spelt = (milliseconds: number) => duration(lang, milliseconds, counting === 'working' ? 'working' : 'plain')
    return html`<tr><th scope="row" class="keep">${name === 'whole' ? t.wholeClock : stepText(lang)[name as 'raise']}</th><td>${t.used(spelt(used), spelt(allowed))}</td><td class="keep">${
      late ? t.late : t.inTime}</td></tr>`
  })}</tbody></table>`)
}

function rating(reading: Reading): Html {
  const { lang, dossier: { content: { rating: given } } } = reading
  const t = dossierText(lang)
  return part(t.rating, html`<p>${given.silence ? t.silence(limitText(lang)(given.silence)) : rated({ lang }, given.stars)}</p>${
    given.words.map(({ text }) => html`<blockquote class="say">${words(reading, text)}</blockquote>`)}`)
}

function signatures({ lang }: Reading): Html {
  const t = dossierText(lang)
  const line = '＿＿＿＿＿＿＿＿'
  return html`<p class="gap">${t.signLead} ${line}　${t.signReviewer} ${line}　${t.signDate} ${line}</p>`
}

function when({ lang, zone }: Reading, at: string): string {
  const { year, month, day, hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return lang === 'zh' ? `${year}年${month}月${day}日 ${two(hour)}:${two(minute)}` : `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}
