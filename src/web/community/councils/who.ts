// Choosing a person or an organisation: those with posts, organisation by organisation, and residents by name.
import { today } from '#modules/communities/public.ts'
import { holds, peopleNamed, postsHeld } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'
import { organisationText, postText } from '#text/people.ts'
import { choose } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import type { Mend, Visit } from '#web/visit.ts'

/** Everybody with a post, under his organisation, as o12 and p5; with `onlyPeople` the organisations themselves cannot be chosen. */
export async function withPosts({ lang, db, community, now }: Visit, onlyPeople = false) {
  const posts = await postsHeld(db, today(community, now))
  const organisations = Map.groupBy(posts, post => post.organisation_id)
  return [...organisations.values()].flatMap(held => {
    const [first] = held
    const people = new Map(held.map(post => [post.person_id, post]))
    return [
      ...first && !onlyPeople ? [{ value: `o${first.organisation_id}`, words: `${first.organisation}（${organisationText(lang)[first.organisation_kind]}）` }] : [],
      ...[...people.values()].map(post => ({ value: `p${post.person_id}`, words: `${onlyPeople ? '' : '　'}${post.name} · ${postText(lang)[post.kind as 'secretary']}` })),
    ]
  })
}

/** Residents whose name begins as `?name=` says, for whoever may look for them. */
export async function namedResidents({ db, actor, url }: Visit) {
  const name = (url.searchParams.get('name') ?? '').trim()
  if (name === '') return null
  const found = await peopleNamed(db, actor, 'see roster', name)
  return found.map(person => ({ value: `p${person.id}`, words: [person.name, person.homes[0]?.label].filter(Boolean).join(' · ') }))
}

/** The choice; residents that were found come first. */
export async function whoField(visit: Visit, mend: Mend, name = 'to', label = councilText(visit.lang).whom): Promise<Html> {
  const found = await namedResidents(visit)
  const wrong = mend.problems.find(problem => ['person', 'organisation', name].includes(problem.field))?.reason
  const only = found?.length === 1 ? found[0]?.value ?? '' : ''
  return html`${choose(visit.lang, name, label, [...found ?? [], ...await withPosts(visit)], String(mend.values[name] ?? only), wrong)}${
    found?.length === 0 ? html`<p class="hint">${councilText(visit.lang).nobodyFound}</p>` : nothing}`
}

/** A search for residents by name above the form that chooses; nothing for whoever may not look for them. */
export function residentSearch({ lang, actor, url }: Visit, at: string): Html {
  const t = councilText(lang)
  if (!holds(actor, 'see roster')) return nothing
  return html`<form class="card no-print" method="get" action="${at}"><div class="field"><label for="f-name">${t.byName}</label><input type="text" id="f-name" name="name" maxlength="20" value="${
    url.searchParams.get('name') ?? ''}"></div><div class="field"><button class="btn b-line">${t.find}</button></div></form>`
}
