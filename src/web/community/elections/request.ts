// 申请选举: the form of the written request.
import { today } from '#modules/communities/public.ts'
import { estatesWithCommittees, mayNotInElection, requestElection, requestInput } from '#modules/elections/public.ts'
import { placeById } from '#modules/places/public.ts'
import { electionText } from '#text/elections.ts'
import { electionPageText } from '#text/election-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/elections/new?estate= */
export const page: Page = visit => shown(visit, EMPTY)

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const t = electionPageText(lang)
  const estates = await estatesWithCommittees(db, today(community, now))
  const asked = numberIn(url, 'estate')
  const [first] = estates
  const chosen = estates.find(({ id }) => id === asked) ?? first
  const refusal = chosen ? mayNotInElection.request(actor, await placeById(db, chosen.id)) : (say: typeof lang) => electionText(say).estateWrong
  const value = String(mend.values['estate'] ?? chosen?.id ?? '')
  return framed(visit, { title: t.request, narrow: true, back: `/${community.slug}/elections` }, html`<p class="dim sm">${t.interimWhy}</p>
<form class="card" method="post" action="/${community.slug}/elections/new">${errs(lang, mend)}${requestKey(mend)}${
    choose(lang, 'estate', electionText(lang).estate, estates.map(({ id, name }) => ({ value: id, words: name })), value, mend.problems.find(problem => problem.field === 'estate')?.reason)}
${['kind', 'request', 'on'].map(name => field(lang, requestInput, name, mend))}
<div class="field">${buttonOrWhy(lang, t.request, refusal)}</div></form>`)
}

/** POST /:community/elections/new */
export const send: Submit = sent => orAgain(sent, async () => {
  const on = typed(sent.form, 'on')
  const { id } = await sent.act(requestElection, { estate: typed(sent.form, 'estate'), kind: typed(sent.form, 'kind'), request: typed(sent.form, 'request'), ...on && { on } })
  return goTo(`/${sent.community.slug}/elections/${id}?done=1`)
}, mend => visit => shown(visit, mend), { field: 'request' })
