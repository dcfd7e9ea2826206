// The trail: what was raised, and what was said and shown since, oldest first.
import type { NoteKind } from '#db/tables.ts'
import type { matterById, trailOf } from '#modules/matters/public.ts'
import { stepText } from '#text/matters.ts'
import { reasonText } from '#text/moderation.ts'
import { authorText, reportText } from '#text/moderation-author.ts'
import { trailText } from '#text/matter-page.ts'
import { matterPageText } from '#text/pages.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { tile } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>
type Trail = Awaited<ReturnType<typeof trailOf>>

/** The whole trail of a matter. */
export function trail(visit: Visit, matter: Shown, { notes, photos, removed }: Trail): Html {
  const { lang } = visit
  const t = matterPageText(lang)
  const before = photos.filter(photo => photo.moment === 'before')
  return html`<ol class="trail">
<li>${tile(lang, 'raise')}<p class="when">${t.raised} ${when(visit, matter.raised_at)}</p><blockquote class="say">${lines(matter.text)}<footer>${
    dotted(raiser(visit, matter), matter.channel === 'phone' || matter.channel === 'paper' ? t.taken(matter.channel === 'phone' ? t.byPhone : t.onPaper) : null)}</footer></blockquote>
${matter.private_text && html`<p class="note">${icon('lock')}<span>${lines(matter.private_text)}</span></p>`}${pictures(visit, matter.id, before)}</li>
${notes.map((note, i) => entry(visit, matter, note, i === notes.length - 1))}
${photos.length > before.length && html`<li>${tile(lang, 'show')}<p class="when">${trailText(lang).after}</p>${pictures(visit, matter.id, photos.filter(photo => photo.moment !== 'before'))}</li>`}
${removed.map(reason => html`<li>${tile(lang, 'show')}<p class="dim sm">${icon('lock')} ${authorText(lang).removed(reasonText(lang)[reason])}</p></li>`)}
</ol>`
}

function entry(visit: Visit, matter: Shown, note: Trail['notes'][number], last: boolean): Html {
  const { lang } = visit
  const step = matter.rules.method.steps[note.step]?.name[lang] ?? stepText(lang)[note.step]
  if (note.hidden_for) return html`<li>${tile(lang, note.step)}<p class="dim sm">${icon('lock')} ${authorText(lang).removed(reasonText(lang)[note.hidden_for])}</p></li>`
  return html`<li${last && html` class="now"`}>${tile(lang, note.step)}<p class="when">${
    note.kind === 'inside' && icon('lock')}${heading(visit, note.kind, step)} ${when(visit, note.at)}</p>${
    note.kind === 'ask' || note.kind === 'answer' || note.kind === 'comment' ? html`<blockquote class="say">${lines(note.text)}</blockquote>` : html`<p>${lines(note.text)}</p>`}<p class="dim xs">${
    dotted(note.standing !== 'shown' && (note.own ? authorText(lang).ownNote : authorText(lang).ownNoteInside), note.name ?? (note.kind === 'answer' ? trailText(lang).raiserSaid : matterPageText(lang).aNeighbour), note.name && note.organisation, reportable(note.kind) && !note.own && html`<a class="no-print" href="/${visit.community.slug}/matters/${matter.id}/report?thing=note&of=${note.id}">${reportText(lang).title}</a>`)}</p></li>`
}

// What a worker did is on record; what somebody said can be reported.
function reportable(kind: NoteKind): boolean {
  return kind === 'comment' || kind === 'answer' || kind === 'reply' || kind === 'ask'
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
    matterPageText(lang).photo(i + 1)}" loading="lazy"></a><figcaption class="xs">${photo.moment !== 'before' && `${trailText(lang)[photo.moment]} `}<a class="btn b-line sm no-print" href="/${visit.community.slug}/matters/${id}/report?thing=photo&of=${photo.id}">${reportText(lang).title}</a></figcaption></figure>`)}</div>`
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
