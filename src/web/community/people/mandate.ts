// 记一份委托: who acts for this person, and how he said so.
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { lacksOver, peopleNamed, recordMandate, recordMandateInput, wholePerson } from '#modules/people/public.ts'
import { mandateText } from '#text/mandates.ts'
import { rightText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { whoOf } from '#web/parts/who.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/people/:id/mandate?name=: the agent is whoever asks, or somebody of that name. */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/people/:id/mandate */
export const submit: Submit = async sent => {
  const { form, community } = sent
  try {
    await sent.act(recordMandate, {
      principal: sent.params['id'], agent: typed(form, 'agent'), evidence: typed(form, 'evidence'), until: typed(form, 'until'),
    })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
  return goTo(`/${community.slug}/me?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = mandateText(lang)
  const principal = await wholePerson(db, idIn(visit))
  const reason = lacksOver(actor, 'record mandate', principal)
  if (actor.personId === null || reason) throw reason ? new Refused(reason) : new NotFound(lang => rightText(lang).nobody)
  const name = (url.searchParams.get('name') ?? '').trim().slice(0, 40)
  const found = name ? await peopleNamed(db, actor, 'record mandate', name) : []
  const me = { id: actor.personId, name: t.agentSelf, homes: [{ label: actor.name ?? '' }] }
  const agents = [me, ...found].filter(one => one.id !== principal.id)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/people` }, html`<p class="dim">${t.lead(principal.name)}</p>
<form class="search" role="search"><label class="vh" for="name">${t.agentName}</label><input type="search" id="name" name="name" value="${name}" placeholder="${t.agentName}" maxlength="40"><button class="btn b-line">${icon('search')}${postsText(lang).who}</button></form>
${name && found.length === 0 && note('sun', 'search', postsText(lang).nobody(name))}
<form class="stack" method="post" action="${url.pathname}${url.search}">${errs(lang, mend)}${requestKey(mend)}
${whoOf(lang, agents, [mend.values['agent'] ?? String(actor.personId)].flat()[0] ?? '', mend, 'agent')}
${field(lang, recordMandateInput, 'evidence', mend)}
${field(lang, recordMandateInput, 'until', mend)}
<div class="field"><button class="btn full">${t.save}</button></div></form>`)
}
