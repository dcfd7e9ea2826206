// 排队发言, 上台献策: the two lists, in order, with the minutes that were spoken.
import { askToSpeakInput, mayNotAtSession, type Hall, type SessionShown } from '#modules/councils/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'
import { errs, field } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { doing, tap, type Mends } from './around.ts'

type Speaker = Hall['speakers'][number]

/** Both lists; nothing before the session begins. */
export function floorPart(visit: Visit, session: SessionShown, hall: Hall, at: string, mends: Mends): Html {
  const { lang, actor } = visit
  const t = sessionText(lang)
  if (session.opened_at === null) return nothing
  const may = mayNotAtSession.takePart(actor, session) === null
  const waits = (list: Speaker['list']) => hall.speakers.some(one => one.mine && one.list === list && !one.ended)
  const mend = mends['stage'] ?? EMPTY
  return html`<section>${head(t.floor)}${rows(visit, session, hall, 'floor', at)}${may && !waits('floor') ? tap(at, 'speak', t.askFloor, { look: 'full b-sea' }) : nothing}</section>
<section>${head(t.stage)}${rows(visit, session, hall, 'stage', at)}${may && !waits('stage') ? html`<details class="card no-print"${mends['stage'] && html` open`}><summary>${t.askStage}</summary><form method="post" action="${at}">${
    errs(lang, mend)}${doing('stage', mend)}${field(lang, askToSpeakInput, 'about', mend)}<div class="field"><button class="btn full">${t.askStage}</button></div></form></details>` : nothing}</section>`
}

function rows(visit: Visit, session: SessionShown, hall: Hall, list: Speaker['list'], at: string): Html {
  const t = sessionText(visit.lang)
  const all = hall.speakers.filter(one => one.list === list && (!one.ended || one.seconds !== null))
  if (all.length === 0) return empty(t.nobodySpeaks)
  const waiting = all.filter(one => one.began_at === null)
  return html`<ul class="card flush list">${all.map(one => html`<li>${icon(one.ended ? 'check' : one.began_at ? 'sound' : 'clock')}<span class="grow"><b class="row-title">${
    hall.inside || one.mine ? one.name : maskedName(one.name)}</b>${one.about && html`<span>${one.about}</span>`}<span class="row-meta">${
    one.ended ? t.spokeFor(((one.seconds ?? 0) / 60).toFixed(1)) : one.began_at ? t.speaking : one.standing === 'shown' ? t.waiting(waiting.indexOf(one) + 1) : t.held}</span></span>${
    buttons(visit, session, one, at)}</li>`)}</ul>`
}

function buttons({ lang, actor }: Visit, session: SessionShown, one: Speaker, at: string): Html {
  const t = sessionText(lang)
  if (one.ended) return nothing
  const button = (how: 'begin' | 'end', words: string) => tap(at, 'floor', words, { more: { speaker: one.id, how }, label: one.name })
  if (mayNotAtSession.lead(actor, session) === null) return one.began_at ? button('end', t.spoken) : html`<span class="row">${button('begin', t.giveFloor)}${button('end', t.stepBack)}</span>`
  return one.mine && mayNotAtSession.takePart(actor, session) === null ? button('end', t.stepBack) : nothing
}
