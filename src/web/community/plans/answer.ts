// 给一条建议一个说法: by whoever handles the matter.
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { decideInput, decideSuggestion, mayNotWithPlan } from '#modules/plans/public.ts'
import { fateText, plansText, suggestText } from '#text/plans.ts'
import { idFrom, idIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { around, headingOf, lines, planFrame } from './around.ts'

/** GET /:community/matters/:id/plans/answer?suggestion= */
export const page: Page = visit => shown(visit, visit.url.searchParams.get('suggestion') ?? '', EMPTY)

/** POST /:community/matters/:id/plans/answer */
export const send: Submit = async sent => {
  const id = idIn(sent)
  const suggestion = typed(sent.form, 'suggestion')
  try {
    await sent.act(decideSuggestion, { id, suggestion, fate: typed(sent.form, 'fate'), version: typed(sent.form, 'version'), part: typed(sent.form, 'part') || 0, words: typed(sent.form, 'words') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, suggestion, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/matters/${id}/plans#s-${encodeURIComponent(suggestion)}`)
}

async function shown(visit: Visit, asked: string, mend: Mend): Promise<Html> {
  const { lang, actor } = visit
  const t = fateText(lang)
  const here = await around(visit)
  const { plan, planned, at } = here
  const refusal = mayNotWithPlan.decide(actor, planned)
  if (refusal) throw new Refused(refusal)
  const one = plan.suggestions.find(found => found.id === idFrom(asked))
  if (!one || one.text === null) throw new NotFound(said => suggestText(said).noSuch)
  const value = (name: string) => String([mend.values[name] ?? ''].flat()[0] ?? '')
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  const versions = [...plan.versions.map(version => version.number), (planned.newest?.number ?? 0) + 1].filter(number => number > one.version)
  const parts = [...new Set(plan.versions.flatMap(version => version.parts.map(part => part.number)))]
  return planFrame(visit, here, { title: t.decide, back: `${at}#s-${one.id}` }, html`<blockquote class="say">${lines(one.text)}<footer>${headingOf(visit, plan, one.part)} · ${suggestText(lang)[one.stance]}</footer></blockquote>
<form class="card gap" method="post" action="${at}/answer">${errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="suggestion" value="${one.id}">
${field(lang, decideInput, 'fate', mend)}
${choose(lang, 'version', t.version, versions.map(number => ({ value: number, words: plansText(lang).version(number) })), value('version'), wrong('version'))}
${choose(lang, 'part', t.part, parts.map(number => ({ value: number, words: headingOf(visit, plan, number) })), value('part'), wrong('part'), plansText(lang).whole)}
${field(lang, decideInput, 'words', mend)}<div class="field"><button class="btn full">${t.decide}</button></div></form>`)
}
