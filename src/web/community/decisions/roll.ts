// 表决权人名册: home, area and source of each voter, as it hangs in the buildings; printable. Names masked, for owners of the estate.
import { decisionById, decisionShown, rollShown, type Decision, type RollShown } from '#modules/decisions/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { buildings } from '#modules/places/public.ts'
import { rollPageText } from '#text/decision-pages-roll.ts'
import { framed, idIn, numberIn } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { isInside } from './objections.ts'
import { areaSaid, grouped, headsSaid, within } from './said.ts'

/** GET /:community/decisions/:id/roll?building= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = rollPageText(lang)
  const decision = await decisionById(db, actor, idIn(visit))
  const { roll } = await decisionShown(db, decision.id)
  const all = await buildings(db, decision.estate.id)
  // A large estate is read building by building.
  const building = numberIn(url, 'building') ?? (roll && roll.homes > MOST_AT_ONCE ? all[0]?.id ?? null : null)
  const lines = await rollShown(db, decision.id, building)
  const at = `/${community.slug}/decisions/${decision.id}`
  const filter = (id: number | null, words: string) => html`<a href="${at}/roll${id !== null && `?building=${id}`}"${
    id === building && html` aria-current="true"`}>${words}</a>`
  return framed(visit, { title: t.title, wide: true, back: at }, html`${styles}<h2>${decision.title}</h2>
${decision.as_of === null || !roll ? empty(t.notYet) : html`<p class="dim sm">${t.asOf(day(lang, decision.as_of))}${
    lang === 'zh' ? '，' : '. '}${t.total(headsSaid(lang, roll.heads), areaSaid(lang, roll.area), grouped(roll.homes))}</p>
${until(visit, decision)}<nav class="filters gap no-print" aria-label="${t.home}">${
    roll.homes <= MOST_AT_ONCE && filter(null, t.everywhere)}${all.map(({ id, name }) => filter(id, name))}</nav>
<section>${table(visit, decision.estate.label, lines, isInside(visit, decision))}</section>${
    decision.roll_root && html`<p class="xs dim gap">${t.root}<br><code>${decision.roll_root.toString('hex')}</code></p>`}`}`)
}

const MOST_AT_ONCE = 600

function until({ lang, community }: Visit, decision: Decision): Html {
  const t = rollPageText(lang)
  if (decision.objections_until === null || (decision.stage !== 'roll' && decision.stage !== 'announced')) return nothing
  return note('sun', 'ledger', html`${t.until(day(lang, decision.objections_until))}<br><a class="no-print" href="/${
    community.slug}/decisions/${decision.id}#object">${t.object}</a>`)
}

function table({ lang }: Visit, estate: string, lines: readonly RollShown[], inside: boolean): Html {
  const t = rollPageText(lang)
  return html`${!inside && html`<p class="why no-print">${icon('lock')}${t.namesInside}</p>`}<table class="tbl"><thead><tr><th class="r">${
    t.number}</th><th>${t.home}</th>${inside && html`<th>${t.who}</th>`}<th class="r">${
    t.areaSource}</th></tr></thead><tbody>${lines.map(line => html`<tr><td class="r">${line.number}</td><th scope="row">${
    line.homes.map(({ home }, i) => html`${i > 0 && html`<br>`}${within(home, estate)}`)}</th>${
    inside && html`<td>${whoSaid(lang, line)}<small>${kindSaid(lang, line.kind)}</small></td>`}<td class="r">${
    line.homes.map(({ area, source }) => html`<span class="keep">${areaSaid(lang, area)}</span><small>${
    t[source]}</small>`)}</td></tr>`)}</tbody></table>`
}

function whoSaid(lang: Visit['lang'], { kind, name }: RollShown): string {
  const t = rollPageText(lang)
  if (kind === 'developer') return t.developer
  return name === null ? t.nobody : maskedName(name)
}

function kindSaid(lang: Visit['lang'], kind: string): string {
  const t = rollPageText(lang)
  return kind === 'named' ? t.named : kind === 'guardian' ? t.guardian : kind === 'developer' ? '' : t.owner
}
