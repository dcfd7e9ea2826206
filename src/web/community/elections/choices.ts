// What the fields of a form offer to choose from: people, buildings, members, sessions, conditions.
import type { Lang } from '#kit/phrase.ts'
import { metaOf } from '#kit/check.ts'
import { today } from '#modules/communities/public.ts'
import { CONDITIONS, electionShown, peopleToChoose, sessionsToChoose, type Election } from '#modules/elections/public.ts'
import { buildings } from '#modules/places/public.ts'
import { conditionText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { choose } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { dayAt } from '#web/parts/time.ts'
import type { Mend, Visit } from '#web/visit.ts'
import type { z } from 'zod'
import { worksOn } from './around.ts'
import type { Choice, Chosen, Deed } from './deeds.ts'

export type Options = readonly { readonly value: string | number, readonly words: string }[]
/** The options by what they are chosen from; `search` finds people by name. */
export interface Choices {
  readonly of: Partial<Record<Choice, Options>>
  readonly search: Html
}

/** What a deed needs to offer. */
export function offered({ fields, rows }: Deed): Choice[] {
  return [...fields.flatMap(one => typeof one === 'string' ? [] : [one.from]), ...rows === 'members' ? ['people' as const] : []]
}

/** Loads it: at most one statement for each. */
export async function loadChoices(visit: Visit, election: Election, wanted: readonly Choice[]): Promise<Choices> {
  const of: Partial<Record<Choice, Options>> = {}
  for (const choice of new Set(wanted)) of[choice] = await optionsFor(visit, election, choice)
  return { of, search: wanted.includes('people') ? search(visit) : nothing }
}

async function optionsFor(visit: Visit, election: Election, choice: Choice): Promise<Options> {
  const { lang, db, actor, community, now, url } = visit
  switch (choice) {
    case 'people': {
      const name = url.searchParams.get('name')?.trim().slice(0, 40) ?? ''
      const people = await peopleToChoose(db, election.estate.id, { today: today(community, now), name, whole: !worksOn(visit, election) })
      return people.map(({ id, name }) => ({ value: id, words: name }))
    }
    case 'buildings': return (await buildings(db, election.estate.id)).map(({ id, name }) => ({ value: id, words: name }))
    case 'spots': return [election.estate, ...await buildings(db, election.estate.id)].map(({ id, label }) => ({ value: id, words: label }))
    case 'sessions': return (await sessionsToChoose(db)).map(({ id, title, begins_at }) => ({ value: id, words: `${dayAt(lang, begins_at, community.time_zone)} ${title}` }))
    case 'conditions': return CONDITIONS.map(condition => ({ value: condition, words: conditionText(lang)[condition] }))
    default: {
      const { elected } = await electionShown(db, actor, election.id)
      const some = elected.filter(one => one.until === null && (choice === 'seated' ? one.since !== null : one.rank <= (election.seats ?? 0)))
      return some.map(({ person, name }) => ({ value: person, words: name }))
    }
  }
}

// The list ends somewhere; whoever is not on it is found by his name.
function search({ lang, url }: Visit): Html {
  const t = electionPageText(lang)
  const of = url.searchParams.get('of')
  return html`<form class="search" method="get">${of && html`<input type="hidden" name="of" value="${of}">`}<label class="vh" for="find">${t.find}</label><input id="find" type="search" name="name" maxlength="40" placeholder="${
    t.findHint}" value="${url.searchParams.get('name') ?? ''}"><button class="btn">${t.findGo}</button></form>`
}

/** A field to choose from: one of a list, or several to tick. */
export function chosenField(lang: Lang, schema: z.ZodObject, { name, from, many }: Chosen, choices: Choices, mend: Mend): Html {
  const options = choices.of[from] ?? []
  const label = metaOf(schema, [name])?.label?.(lang) ?? name
  const wrong = mend.problems.find(problem => problem.field === name || problem.field.startsWith(`${name}.`))?.reason
  const values = [mend.values[name] ?? []].flat()
  if (!many) return choose(lang, name, label, options, values[0] ?? '', wrong)
  return html`<fieldset class="field${wrong && ' bad'}"><legend>${label}</legend>${options.map(({ value, words }, i) => html`<label class="tickbox"><input type="checkbox"${
    i === 0 && html` id="f-${name}"`} name="${name}" value="${value}"${values.includes(String(value)) && html` checked`}><span>${words}</span></label>`)}${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>`
}
