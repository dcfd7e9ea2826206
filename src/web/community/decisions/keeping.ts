// What the pages of those who keep a vote have in common: who may, the frame, moments, and forms that come back with what to mend.
import type { z } from 'zod'
import { metaOf } from '#kit/check.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { decisionById, mayNotKeep, type Decision } from '#modules/decisions/public.ts'
import { holds, lacks } from '#modules/people/public.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import { goTo, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'

/** The vote of the address for whoever keeps it. Throws NotFound, and Refused for everybody else. */
export async function kept(visit: Visit): Promise<Decision> {
  const decision = await decisionById(visit.db, visit.actor, idIn(visit))
  const refusal = mayNotKeep(visit.actor, decision)
  if (refusal) throw new Refused(refusal)
  return decision
}

/** The vote of the address for whoever collects ballots somewhere; each form asks again whether it is there. Throws NotFound, and Refused for everybody else. */
export async function collected(visit: Visit): Promise<Decision> {
  const decision = await decisionById(visit.db, visit.actor, idIn(visit))
  const refusal = holds(visit.actor, 'collect ballots') ? null : lacks(visit.actor, 'collect ballots', decision.estate)
  if (refusal) throw new Refused(refusal)
  return decision
}

/** The address of a vote, or of one of its pages. */
export function addressOf({ community }: Pick<Visit, 'community'>, id: number, part = ''): string {
  return `/${community.slug}/decisions/${id}${part && `/${part}`}`
}

/** A page about a vote, under its title. */
export function keepingPage(
  visit: Visit, decision: Decision, title: string, body: Html,
  { back = 'desk', islands = [], wide = false }: { back?: string, islands?: readonly ('draft' | 'photos')[], wide?: boolean } = {},
): Html {
  return framed(visit, { title, narrow: !wide, wide, back: addressOf(visit, decision.id, back), islands }, html`${styles}${
    visit.url.searchParams.get('done') === '1' ? toast(voteDeskText(visit.lang).saved) : nothing}<p class="dim sm">${decision.title}</p>${body}`)
}

/** Takes a form: acts and goes to another page of the vote, or shows the form again. */
export function taking(act: (sent: Sent, id: number) => Promise<unknown>, to: string, again: (mend: Mend) => Page): Submit {
  return async sent => {
    const id = idIn(sent)
    try {
      await act(sent, id)
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return sent.show(again({ values: sent.form.fields, problems: problem.problems }))
    }
    return goTo(`${addressOf(sent, id, to)}?done=1`)
  }
}

/** A date with its time, as the browser picks them; `usual` stands there untouched. */
export function momentField({ lang }: Pick<Visit, 'lang'>, schema: z.ZodObject, name: string, mend: Mend, usual: string): Html {
  const meta = metaOf(schema, [name])
  const wrong = mend.problems.find(({ field }) => field === name)?.reason
  const value = [mend.values[name] ?? usual].flat()[0] ?? ''
  return html`<div class="field${wrong && ' bad'}"><label for="f-${name}">${meta?.label?.(lang) ?? name}</label>
<input type="datetime-local" id="f-${name}" name="${name}" value="${value}"${wrong && html` aria-invalid="true" aria-describedby="e-${name}"`}>${
    wrong && html`<span class="err" id="e-${name}">${icon('warn')}${wrong(lang)}</span>`}</div>`
}

/** A moment as a form takes it: 2026-11-22T19:30. */
export function formMoment(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** One value of a form that came back, or what stands there untouched. */
export function valueOf(mend: Mend, name: string, usual = ''): string {
  return [mend.values[name] ?? usual].flat()[0] ?? ''
}
