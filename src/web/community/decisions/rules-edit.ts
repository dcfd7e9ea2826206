// 写本小区的规则: as YAML, with each mistake at its line; what undercuts the law is kept, marked, and not used.
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { keepRules, keepRulesInput, mayNotKeep, ownRulesOf } from '#modules/decisions/public.ts'
import { estateRules } from '#modules/law/public.ts'
import { estates } from '#modules/places/public.ts'
import { rulesPageText, voteDeskText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { framed, numberIn } from '#web/frame.ts'
import { errs, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { valueOf } from './keeping.ts'

/** GET /:community/decisions/rules/edit?estate= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/decisions/rules/edit */
export const keep: Submit = async sent => {
  const estate = typed(sent.form, 'estate')
  try {
    await sent.act(keepRules, { estate, source: typed(sent.form, 'source') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/decisions/rules?estate=${encodeURIComponent(estate)}&done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url, now } = visit
  const t = rulesPageText(lang)
  const asked = Number(valueOf(mend, 'estate')) || numberIn(url, 'estate')
  const all = await estates(db)
  const estate = asked === undefined ? all[0] : all.find(({ id }) => id === asked)
  if (!estate) throw new NotFound(say => rulesPageText(say).noEstate)
  const refusal = mayNotKeep(actor, { estate })
  if (refusal) throw new Refused(refusal)
  const { law, source } = await ownRulesOf(db, estate.id)
  const text = valueOf(mend, 'source', source ?? sampleFor(law, today(community, now)))
  const read = mend === EMPTY ? null : estateRules(text, law, today(community, now))
  const wrong = mend.problems.some(({ field }) => field === 'source')
  return framed(visit, { title: t.editTitle, wide: true, back: `/${community.slug}/decisions/rules?estate=${estate.id}` }, html`${
    styles}<h2>${estate.label}</h2>
<form method="post" action="/${community.slug}/decisions/rules/edit">${errs(lang, mend)}${
    requestKey(mend)}<input type="hidden" name="estate" value="${estate.id}">
<div class="field${wrong && ' bad'}"><label for="f-source">${decisionText(lang).ownRules}</label><p class="hint" id="h-source">${
    decisionText(lang).ownRulesHint}</p>${
    source === null && html`<p class="hint">${t.start}</p>`}
<textarea class="code" id="f-source" name="source" spellcheck="false" aria-describedby="h-source" maxlength="${maximum}">${text}</textarea>${
    read !== null && 'problems' in read ? html`<ul class="marks">${read.problems.map(({ line, reason }) => html`<li>${
    icon('warn')}<span><b>${t.line(line)}</b> ${reason(lang)}</span></li>`)}</ul>` : nothing}</div>
<div class="field"><button class="btn full">${voteDeskText(lang).save}</button></div></form>`)
}

const maximum = keepRulesInput.shape.source.maxLength ?? 0

// A short pack that is in order, to write on from.
function sampleFor(law: string, on: string): string {
  return `key: own-rules
version: 1
layer: estate
within: ${law}
from: ${on}
name: { zh: 本小区议事规则, en: Rules of procedure of this estate }
sources:
  rules:
    law: { zh: 本小区业主大会议事规则, en: Rules of procedure of the owners' assembly }
    article: "1"
    says: { zh: 投票至少开放十天, en: Voting is open for ten days at least }
    mark: V
rules:
  voting: { value: 10, source: rules }
`
}
