// What every page of a plan stands on: its matter, all its versions, and the frame under the matter's heading.
import { isInside, matterById, notHere, titleOf } from '#modules/matters/public.ts'
import { planOf, type Plan, type Planned } from '#modules/plans/public.ts'
import { plansText } from '#text/plans.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import { receiptQuery } from '../matter/trail.ts'

/** `at` is the address of the plan; `planned` what the rules look at. */
export interface Around {
  matter: Awaited<ReturnType<typeof matterById>>
  plan: Plan
  planned: Planned
  inside: boolean
  at: string
}

/** The plan of the matter in the address. Throws NotFound also for a matter that was taken back. */
export async function around(visit: Visit): Promise<Around> {
  const { db, actor, community, url } = visit
  const id = idIn(visit)
  const matter = await matterById(db, actor, id, visit.isReceipt(id, url.searchParams.get('code') ?? ''))
  if (matter.withdrawn_at) throw notHere()
  const inside = isInside(actor, matter.rules)
  const plan = await planOf(db, actor, id, inside)
  const last = plan.versions.at(-1)
  const newest = last ? { id: last.id, number: last.number, final: last.final, openUntil: last.open_until, parts: last.parts.map(part => part.number) } : null
  return { matter, plan, planned: { matter: matter.rules, newest }, inside, at: `/${community.slug}/matters/${id}/plans` }
}

/** The frame of a page of the plan; `back` leads to the plan itself, or from there to the matter. */
export function planFrame(visit: Visit, { matter, at }: Around, frame: { title: string, back?: string, done?: string, islands?: readonly 'photos'[] }, body: Html): Html {
  const { title, back = `${at.slice(0, -'/plans'.length)}${receiptQuery(visit, '?')}`, done, islands = [] } = frame
  return framed(visit, { title, narrow: true, back, islands, live: `matters/${matter.id}${receiptQuery(visit, '&')}` }, html`${
    done && visit.url.searchParams.has('done') ? toast(done) : nothing}<p class="dim sm">${matter.id} · ${matter.title ?? titleOf(matter.text)}</p>
${body}`)
}

/** The heading of a part, by its number, in the newest version that has it; null is the whole. */
export function headingOf(visit: Pick<Visit, 'lang'>, plan: Plan, part: number | null): string {
  const t = plansText(visit.lang)
  if (part === null) return t.whole
  return plan.versions.flatMap(version => version.parts).findLast(one => one.number === part)?.heading ?? t.partGone(part)
}

/** A text with its lines. */
export function lines(text: string): Html {
  return html`${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`
}
