// 任一个岗位: find the person, then say which post, over what, from when.
import { today } from '#modules/communities/public.ts'
import { appoint, appointInput, grids, lacks, peopleNamed } from '#modules/people/public.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { estates } from '#modules/places/public.ts'
import { holds } from '#modules/people/public.ts'
import { postText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'
import { framed } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { whoOf } from '#web/parts/who.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/posts/new?name= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/posts/new?name= */
export const submit: Submit = async sent => {
  const { form, community } = sent
  const given = (name: string) => typed(form, name)
  try {
    await sent.act(appoint, {
      person: given('person'), kind: given('kind'), organisationKind: given('organisationKind'), organisation: given('organisation'),
      place: given('place'), grid: given('grid'), since: given('since'),
    })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
  return goTo(`/${community.slug}/posts?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = postsText(lang)
  if (!holds(actor, 'appoint')) throw new Refused(lacks(actor, 'appoint', null) ?? (lang => postText(lang).secretary))
  const name = (url.searchParams.get('name') ?? '').trim().slice(0, 40)
  const found = name ? await peopleNamed(db, actor, 'appoint', name) : []
  return framed(visit, { title: t.appoint, narrow: true, back: `/${community.slug}/posts` }, html`<form class="search" role="search">
<label class="vh" for="name">${t.who}</label><input type="search" id="name" name="name" value="${name}" placeholder="${t.whoHint}" maxlength="40"><button class="btn b-line">${icon('search')}${t.who}</button></form>
${name && found.length === 0 ? note('sun', 'search', t.nobody(name)) : nothing}
${found.length > 0 ? await theForm(visit, found, mend) : nothing}`)
}

async function theForm(visit: Visit, found: Awaited<ReturnType<typeof peopleNamed>>, mend: Mend): Promise<Html> {
  const { lang, db, community, now, url } = visit
  const t = postsText(lang)
  const value = (name: string) => [mend.values[name] ?? ''].flat()[0] ?? ''
  const places = (await estates(db)).map(place => ({ value: place.id, words: place.label }))
  const nets = (await grids(db)).map(grid => ({ value: grid.id, words: grid.name }))
  const withDay: Mend = mend === EMPTY ? { problems: [], values: { since: today(community, now) } } : mend
  return html`<form class="stack" method="post" action="${url.pathname}${url.search}">${errs(lang, mend)}${requestKey(mend)}
${whoOf(lang, found, value('person'), mend)}
${field(lang, appointInput, 'kind', mend)}
${field(lang, appointInput, 'organisationKind', mend)}
${field(lang, appointInput, 'organisation', mend)}
${choose(lang, 'place', t.place, places, value('place'), undefined, t.everywhere)}
${choose(lang, 'grid', t.grid, nets, value('grid'), mend.problems.find(problem => problem.field === 'grid')?.reason)}
${field(lang, appointInput, 'since', withDay)}
<div class="field"><button class="btn full">${t.save}</button></div></form>`
}
