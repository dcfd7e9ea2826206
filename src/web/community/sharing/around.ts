// What every page of sharing stands on: its matter, what is weighed, the agreements, and the frame under the matter's heading.
import { isInside, matterById, notHere, titleOf } from '#modules/matters/public.ts'
import { agreementsOf, weighed, type Agreement, type Weighing } from '#modules/sharing/public.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import type { Mend, Visit } from '#web/visit.ts'
import { receiptQuery } from '../matter/trail.ts'

export type Matter = Awaited<ReturnType<typeof matterById>>

/** `at` is the address of the page that compares the keys. */
export interface Around {
  matter: Matter
  open: Weighing | null
  agreements: Agreement[]
  inside: boolean
  at: string
}

/** The matter of the address alone. Throws NotFound also for one that was taken back. */
export async function matterOf(visit: Visit): Promise<Matter> {
  const id = idIn(visit)
  const matter = await matterById(visit.db, visit.actor, id, visit.isReceipt(id, visit.url.searchParams.get('code') ?? ''))
  if (matter.withdrawn_at) throw notHere()
  return matter
}

/** All of it, as this visitor may see it. Throws NotFound. */
export async function around(visit: Visit): Promise<Around> {
  const { db, actor } = visit
  const matter = await matterOf(visit)
  const inside = isInside(actor, matter.rules)
  return { matter, inside, at: addressOf(visit, matter.id), open: await weighed(db, actor, matter.id, inside), agreements: await agreementsOf(db, actor, matter.id, inside) }
}

/** The address of the page that compares the keys. */
export function addressOf({ community }: Pick<Visit, 'community'>, matter: number): string {
  return `/${community.slug}/matters/${matter}/sharing`
}

/** The frame of a page; `back` leads to the comparison itself, or from there to the matter. */
export function sharingFrame(visit: Visit, matter: Matter, { title, back }: { title: string, back?: string }, body: Html): Html {
  const at = addressOf(visit, matter.id)
  return framed(visit, { title, back: back ?? `${at.slice(0, -'/sharing'.length)}${receiptQuery(visit, '?')}`, live: `matters/${matter.id}${receiptQuery(visit, '&')}` }, html`${
    visit.url.searchParams.has('done') ? toast(sharingPageText(visit.lang).done) : nothing}<p class="dim sm">${matter.id} · ${matter.title ?? titleOf(matter.text)}</p>
${body}`)
}

/** What was typed into a field, as one text. */
export function valueOf({ values }: Mend, name: string): string {
  return String([values[name] ?? ''].flat()[0] ?? '')
}

/** What is wrong with a field. */
export function wrongOf({ problems }: Mend, name: string) {
  return problems.find(problem => problem.field === name || problem.field.startsWith(`${name}.`))?.reason
}
