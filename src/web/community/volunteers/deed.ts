// One form for whatever is done with volunteers: it shows the fields of the act, and sends them.
import { NotFound, Refused } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { peopleNamed, signedOut } from '#modules/people/public.ts'
import { checksVolunteers, mayNotLead, SKILLS, teamById, volunteersNamed } from '#modules/volunteers/public.ts'
import { skillText } from '#text/skills.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { volunteerText } from '#text/volunteers.ts'
import { frameText } from '#text/frame.ts'
import { framed, idFrom } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { deedNamed, type Deed, type People } from './deeds.ts'

/** GET /:community/volunteers/do/:deed; the address brings what the form does not show, and what stands in its fields. */
export const page: Page = visit => {
  const refusal = signedOut(visit.actor)
  if (refusal) throw new Refused(refusal)
  return shown(visit, { ...EMPTY, values: Object.fromEntries(visit.url.searchParams) })
}

// Where one comes from; a deed on somebody else's file does not always bring his number.
const BACK: Readonly<Record<Deed['out'], string>> = { list: '', me: '/me', volunteer: '/check', team: '' }

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, community } = visit
  const { name, deed } = deedIn(visit)
  const offered = deed.people ? await peopleToChoose(visit, deed.people, mend) : null
  return framed(visit, { title: deed.summary(lang), narrow: true, back: `/${community.slug}/volunteers${BACK[deed.out]}` }, html`${offered?.search ?? nothing}
<form class="card${offered && ' gap'}" method="post" action="/${community.slug}/volunteers/do/${name}">${errs(lang, mend)}${requestKey(mend)}${
    deed.unseen.map(one => html`<input type="hidden" name="${one}" value="${first(mend, one)}">`)}${offered?.field ?? nothing}
${deed.fields.map(one => field(lang, deed.schema, one, mend))}${name === 'register' ? skillTicks(visit, mend) : nothing}
<div class="field"><button class="btn full">${volunteerPageText(lang).send}</button></div></form>`)
}

function first(mend: Mend, name: string): string {
  return [mend.values[name] ?? ''].flat()[0] ?? ''
}

async function peopleToChoose(visit: Visit, people: People, mend: Mend): Promise<{ search: Html, field: Html }> {
  const { lang, url } = visit
  const name = (url.searchParams.get('find') ?? '').trim().slice(0, 40)
  const found = await optionsFor(visit, people, name, mend)
  const wrong = mend.problems.find(problem => problem.field === 'person')?.reason
  return {
    search: people === 'members' ? nothing : search(visit, name, found.length),
    field: choose(lang, 'person', volunteerText(lang).person, found, first(mend, 'person'), wrong),
  }
}

async function optionsFor({ db, actor, community, now }: Visit, people: People, name: string, mend: Mend) {
  if (people === 'members') {
    const team = await teamById(db, idFrom(first(mend, 'id')) ?? 0, today(community, now))
    const refusal = mayNotLead(actor, team)
    if (refusal) throw new Refused(refusal)
    return team.members.map(({ id, name: words }) => ({ value: id, words }))
  }
  if (name === '' || (people === 'volunteers' && !checksVolunteers(actor))) return []
  if (people === 'volunteers') return (await volunteersNamed(db, name)).map(({ id, name: words }) => ({ value: id, words: `${words} (${id})` }))
  return (await peopleNamed(db, actor, 'register person', name)).filter(one => one.phone_sealed === null)
    .map(one => ({ value: one.id, words: [one.name, one.homes[0]?.label ?? ''].join(' ') }))
}

function search({ lang, url }: Visit, name: string, found: number): Html {
  const t = volunteerPageText(lang)
  const kept = [...url.searchParams].filter(([key]) => key !== 'find')
  return html`<form class="search" method="get">${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}<label class="vh" for="find">${
    t.find}</label><input id="find" type="search" name="find" maxlength="40" placeholder="${t.findHint}" value="${name}"><button class="btn b-line">${icon('search')}${
    t.find}</button></form>${name !== '' && found === 0 ? note('sun', 'search', t.nobodyFound(name)) : nothing}`
}

function skillTicks({ lang }: Visit, mend: Mend): Html {
  const ticked = new Set([mend.values['skills'] ?? []].flat())
  return html`<fieldset class="field" id="f-skills"><legend>${volunteerText(lang).skills}</legend><div class="pick two">${SKILLS.map(skill =>
    html`<label><input type="checkbox" name="skills" value="${skill}"${ticked.has(skill) && html` checked`}><span>${skillText(lang)[skill]}</span></label>`)}</div></fieldset>`
}

/** POST /:community/volunteers/do/:deed */
export const send: Submit = sent => {
  const { deed } = deedIn(sent)
  return orAgain(sent, async () => {
    const { id } = await deed.send(sent, inputOf(sent, deed))
    return goTo(`/${sent.community.slug}${outOf(deed, id)}?done=1`)
  }, mend => visit => shown(visit, mend))
}

function outOf({ out }: Deed, id: number): string {
  if (out === 'team') return `/teams/${id}`
  return out === 'me' ? '/volunteers/me' : out === 'volunteer' ? `/volunteers/${id}` : '/volunteers'
}

// What was left empty is left out where it may be.
function inputOf({ form }: Sent, deed: Deed): Record<string, unknown> {
  const names = [...deed.unseen, ...deed.fields, ...deed.people ? ['person'] : []]
  const given = names.flatMap((name): [string, unknown][] => {
    const value = typed(form, name)
    if (deed.schema.shape[name] && name === 'struck') return [[name, value !== '']]
    return value === '' && deed.schema.shape[name]?.safeParse(undefined).success ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(given), ...deed.people === 'neighbours' && { skills: [form.fields['skills'] ?? []].flat() } }
}

function deedIn({ params }: Pick<Visit, 'params'>): { name: string, deed: Deed } {
  const name = params['deed'] ?? ''
  const deed = deedNamed(name)
  if (!deed) throw new NotFound(lang => frameText(lang).noPage)
  return { name, deed }
}
