// One form for whatever is done in an election: it shows the fields of the act, and sends them.
import { NotFound, Refused } from '#kit/errors.ts'
import { electionById, type Election } from '#modules/elections/public.ts'
import { electionText } from '#text/elections.ts'
import { electionPageText } from '#text/election-pages.ts'
import { idFrom, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { addressOf, electionFrame } from './around.ts'
import { chosenField, loadChoices, offered } from './choices.ts'
import { DEEDS, isDeed, type Deed } from './deeds.ts'
import { rowFields, rowsSent } from './rows.ts'

/** GET /:community/elections/:id/do/:deed?of= */
export const page: Page = visit => shown(visit, EMPTY)

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor } = visit
  const { name, deed } = deedIn(visit)
  const election = await electionById(db, idIn(visit))
  const refusal = deed.refuse(actor, election)
  if (refusal) throw new Refused(refusal)
  const at = addressOf(visit, election.id)
  return electionFrame(visit, election, { title: deed.summary(lang), back: `${at}${deed.back && `/${deed.back}`}` }, html`<p class="dim sm">${election.estate.name}</p>
${await fields(visit, election, deed, { name, at, mend })}`)
}

async function fields(visit: Visit, election: Election, deed: Deed, { name, at, mend }: { name: string, at: string, mend: Mend }): Promise<Html> {
  const { lang, url } = visit
  const choices = await loadChoices(visit, election, offered(deed))
  const of = String(mend.values[deed.of ?? ''] ?? url.searchParams.get('of') ?? '')
  return html`${choices.search}<form class="card" method="post" action="${at}/do/${name}">${errs(lang, mend)}${requestKey(mend)}${
    deed.of && html`<input type="hidden" name="${deed.of}" value="${of}">`}
${deed.rows ? rowFields(lang, deed.rows, choices, mend) : nothing}
${deed.fields.map(one => typeof one === 'string' ? field(lang, deed.schema, one, mend) : chosenField(lang, deed.schema, one, choices, mend))}
<div class="field"><button class="btn full">${electionPageText(lang).send}</button></div></form>`
}

/** POST /:community/elections/:id/do/:deed */
export const send: Submit = sent => {
  const { deed, name } = deedIn(sent)
  return orAgain(sent, async () => {
    const { id } = await deed.send(sent, inputOf(sent, deed))
    if (name === 'raiseVisit') return goTo(`/${sent.community.slug}/matters/${id}`)
    return goTo(`${addressOf(sent, idIn(sent))}${deed.back && `/${deed.back}`}?done=1`)
  }, mend => visit => shown(visit, mend))
}

function deedIn({ params }: Pick<Visit, 'params'>): { name: string, deed: Deed } {
  const name = params['deed'] ?? ''
  if (!isDeed(name)) throw new NotFound(lang => electionText(lang).notHere)
  return { name, deed: DEEDS[name] }
}

// What was left empty is left out where it may be.
function inputOf(sent: Sent, deed: Deed): Record<string, unknown> {
  const names = deed.fields.map(one => typeof one === 'string' ? { name: one, many: false } : { name: one.name, many: one.many === true })
  const given = names.flatMap(({ name, many }): [string, unknown][] => {
    if (many) return [[name, [sent.form.fields[name] ?? []].flat()]]
    const value = typed(sent.form, name)
    return value === '' && deed.schema.shape[name]?.safeParse(undefined).success ? [] : [[name, value]]
  })
  return { id: idIn(sent), ...Object.fromEntries(given), ...deed.of && { [deed.of]: idFrom(typed(sent.form, deed.of)) ?? 0 }, ...deed.rows && rowsSent(sent.form, deed.rows) }
}
