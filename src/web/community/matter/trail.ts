// The trail: what was raised, and what was said and shown since, oldest first.
import type { NoteKind } from '#db/tables.ts'
import type { matterById, trailOf } from '#modules/matters/public.ts'
import { stepText } from '#text/matters.ts'
import { trailText } from '#text/matter-page.ts'
import { matterPageText } from '#text/pages.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { tile } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>
type Trail = Awaited<ReturnType<typeof trailOf>>

/** The whole trail of a matter. */
export function trail(visit: Visit, matter: Shown, { notes, photos }: Trail): Html {
  const { lang } = visit
  const t = matterPageText(lang)
  const before = photos.filter(photo => photo.moment === 'before')
  return html`<ol class="trail">
<li>${tile(lang, 'raise')}<p class="when">${t.raised} ${when(visit, matter.raised_at)}</p><blockquote class="say">${lines(matter.text)}<footer>${
    dotted(raiser(visit, matter), matter.channel === 'phone' || matter.channel === 'paper' ? t.taken(matter.channel === 'phone' ? t.byPhone : t.onPaper) : null)}</footer></blockquote>
${matter.private_text && html`<p class="note">${icon('lock')}<span>${lines(matter.private_text)}</span></p>`}${pictures(visit, matter.id, before)}</li>
${notes.map((note, i) => entry(visit, matter, note, i === notes.length - 1))}
${photos.length > before.length && html`<li>${tile(lang, 'show')}<p class="when">${trailText(lang).after}</p>${pictures(visit, matter.id, photos.filter(photo => photo.moment !== 'before'))}</li>`}
</ol>`
}

function entry(visit: Visit, matter: Shown, note: Trail['notes'][number], last: boolean): Html {
  const { lang } = visit
  const step = matter.rules.method.steps[note.step]?.name[lang] ?? stepText(lang)[note.step]
  return html`<li${last && html` class="now"`}>${tile(lang, note.step)}<p class="when">${
    note.kind === 'inside' && icon('lock')}${heading(visit, note.kind, step)} ${when(visit, note.at)}</p>${
    note.kind === 'ask' || note.kind === 'answer' ? html`<blockquote class="say">${lines(note.text)}</blockquote>` : html`<p>${lines(note.text)}</p>`}<p class="dim xs">${
    dotted(note.name ?? (note.kind === 'answer' ? trailText(lang).raiserSaid : matterPageText(lang).aNeighbour), note.name && note.organisation)}</p></li>`
}

function heading({ lang }: Visit, kind: NoteKind, step: string): string {
  const t = trailText(lang)
  return kind === 'move' ? t.move(step) : t[kind]
}

function pictures(visit: Visit, id: number, photos: Trail['photos']): Html {
  if (photos.length === 0) return nothing
  const { lang } = visit
  const at = `/${visit.community.slug}/matters/${id}/photos`
  const code = receiptQuery(visit, '?')
  return html`<div class="pics">${photos.map((photo, i) => html`<figure><a href="${at}/${photo.file}${code}"><img src="${at}/${photo.thumbnail}${code}" width="${photo.width}" height="${photo.height}" alt="${
    matterPageText(lang).photo(i + 1)}" loading="lazy"></a>${photo.moment === 'before' ? nothing : html`<figcaption>${trailText(lang)[photo.moment]}</figcaption>`}</figure>`)}</div>`
}

/** Whoever holds the receipt needs it for the photos and for what is heard, too. */
export function receiptQuery({ url }: Visit, before: '?' | '&'): string {
  const code = url.searchParams.get('code')
  return code === null ? '' : `${before}${new URLSearchParams({ code })}`
}

function raiser({ lang }: Visit, matter: Shown): string {
  return matter.name_shown && matter.raiser_name ? matter.raiser_name : matterPageText(lang).aNeighbour
}

function when({ lang, now, community }: Visit, at: Temporal.Instant): Html {
  return html`<time datetime="${at.toString()}">${said(lang, at, now, community.time_zone)}</time>`
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`
}
