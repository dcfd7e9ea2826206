// What an author sees of his own on the matter's page and on its receipt: that it waits, why, and what he can do.
import type { trailOf } from '#modules/matters/public.ts'
import { reasonText, thingText } from '#text/moderation.ts'
import { authorText } from '#text/moderation-author.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type OwnCase = Awaited<ReturnType<typeof trailOf>>['cases'][number]

/** All of them; `standing` is how the matter itself stands. */
export function ownLooks(visit: Visit, matter: { id: number, standing: string }, cases: readonly OwnCase[]): Html {
  return html`${cases.map(one => look(visit, matter, one))}`
}

function look(visit: Visit, matter: { id: number, standing: string }, one: OwnCase): Html {
  const words = one.verdict === null ? waits(visit, matter, one) : judged(visit, one)
  return words === null ? nothing : html`<div class="gap">${note(one.verdict === null ? 'sun' : '', one.verdict === null ? 'clock' : 'lock', html`${
    one.kind !== 'matter' && html`<b>${thingText(visit.lang)[one.kind]}</b> `}${words}`)}${ways(visit, matter.id, one)}</div>`
}

function waits({ lang, community }: Visit, matter: { standing: string }, one: OwnCase): Html | string | null {
  const t = authorText(lang)
  if (one.appeal_of !== null) return t.appealed
  if (one.causes.includes('private_data')) return t.privateData
  // That somebody reported it is no message to its author: nothing has changed.
  if (one.causes.every(cause => cause === 'reported')) return null
  if (one.kind !== 'matter') return t.ownNote
  if (matter.standing !== 'held') return t.screened
  return html`${t.held(dayAndTime(lang, one.due_at, community.time_zone))}${community.phone && html` <a class="num" href="tel:${community.phone}">${local(community.phone)}</a>`}`
}

function judged({ lang }: Visit, one: OwnCase): string | null {
  const t = authorText(lang)
  const after = one.appeal_of === null ? '' : ` ${t.upheld}`
  if (one.verdict === 'hidden' && one.reason) return `${t.hidden(reasonText(lang)[one.reason])}${one.words ? ` ${one.words}` : ''}${after}`
  if (one.verdict === 'asked') return t.asked(one.words ?? '')
  return one.verdict === 'made_private' ? t.madePrivate : null
}

function ways({ lang, community, url }: Visit, matter: number, one: OwnCase): Html {
  const t = authorText(lang)
  const code = url.searchParams.get('code')
  const query = new URLSearchParams({ thing: one.kind, of: String(one.thing_id), ...code !== null && { code } })
  const link = (to: string, words: string) => html`<a class="btn b-line sm" href="/${community.slug}/matters/${matter}/${to}?${query}">${words}</a>`
  const changes = one.kind !== 'photo' && (one.verdict === 'asked' || (one.verdict === null && one.causes.some(cause => cause !== 'reported' && cause !== 'often' && cause !== 'appeal')))
  const appeals = one.appeal_of === null && (one.verdict === 'hidden' || one.verdict === 'asked' || one.verdict === 'made_private')
  return changes || appeals ? html`<p class="row wrap no-print">${changes && link('change', t.change)}${appeals && link('appeal', t.appeal)}</p>` : nothing
}
