// 发起业主表决: the draft, for whoever keeps votes; from a matter its number and words come along.
import { Invalid, Refused } from '#kit/errors.ts'
import { draftDecision, draftInput, mayNotKeep } from '#modules/decisions/public.ts'
import { lacks } from '#modules/people/public.ts'
import { buildings, estates } from '#modules/places/public.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { framed, numberIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { valueOf } from './keeping.ts'

const TICKS = ['secret', 'first', 'extraordinary'] as const

/** GET /:community/decisions/new?matter= */
export const page: Page = visit => shown(visit, { values: { matter: String(numberIn(visit.url, 'matter') ?? '') }, problems: [] })

/** POST /:community/decisions/new */
export const submit: Submit = async sent => {
  const { requestKey: _key, ...typed } = sent.form.fields
  const ticks = Object.fromEntries(TICKS.map(name => [name, String(typed[name] === 'true')]))
  try {
    const { id } = await sent.act(draftDecision, { ...typed, ...ticks })
    return goTo(`/${sent.community.slug}/decisions/${id}/desk?done=1`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = voteDeskText(lang)
  const refusal = lacks(actor, 'keep decision', null)
  const own = (await estates(db)).filter(estate => mayNotKeep(actor, { estate }) === null)
  const [only] = own
  if (!only) throw new Refused(refusal ?? (say => decisionText(say).estateWrong))
  const chosen = Number(valueOf(mend, 'estate')) || (own.length === 1 ? only.id : 0)
  const inside = chosen ? await buildings(db, chosen) : []
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  const places = (some: readonly { id: number, label: string }[]) => some.map(({ id, label }) => ({ value: id, words: label }))
  const words = (name: 'estate' | 'building') => decisionText(lang)[name]
  return framed(visit, { title: t.newTitle, narrow: true, back: `/${community.slug}/decisions` }, html`<p class="dim sm">${t.newLead}</p>
<form method="post" action="/${community.slug}/decisions/new">${errs(lang, mend)}${requestKey(mend)}
${own.length === 1 ? html`<input type="hidden" name="estate" value="${
    only.id}">` : choose(lang, 'estate', words('estate'), places(own), String(chosen || ''), wrong('estate'))}
${field(lang, draftInput, 'title', mend)}${field(lang, draftInput, 'about', mend)}${field(lang, draftInput, 'matter', mend)}
<div class="consent field">${TICKS.map(name => field(lang, draftInput, name, mend))}</div>
${inside.length > 0 ? html`${
    choose(lang, 'building', words('building'), places(inside), valueOf(mend, 'building'), wrong('building'), t.estateWide)}<p class="hint">${
    decisionText(lang).buildingHint}</p>` : ''}
<div class="field"><button class="btn full">${t.save}</button></div></form>`)
}
