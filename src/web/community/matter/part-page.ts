// The pages that belong to a matter and hold one part of its work: /:community/matters/:id/tasks, costs, homes …
import { Invalid } from '#kit/errors.ts'
import type { Lang, Said } from '#kit/phrase.ts'
import { extrasOf, isInside, matterById, notHere, titleOf, type Extras } from '#modules/matters/public.ts'
import { whoText } from '#text/matter-page.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, type Mend, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { receiptQuery } from './trail.ts'

export type Shown = Awaited<ReturnType<typeof matterById>>

/** A matter with what belongs to it. `at` is its address. */
export interface Around {
  matter: Shown
  extras: Extras
  at: string
}

/** What of a page's forms has to be mended, by the form's name. */
export type Mends = Readonly<Record<string, Mend>>

/** The page of a part: shows it, again where a form has something to mend. */
export type Part = (visit: Visit, mends: Mends) => Promise<Html>

/** What was typed into one of the forms, if that was the one that was sent. */
export function mendOf(mends: Mends, form: string): Mend {
  return mends[form] ?? EMPTY
}

/** The matter of the address. Throws NotFound also for one that was taken back. */
export async function around(visit: Visit): Promise<Around> {
  const { db, actor, community, url } = visit
  const id = idIn(visit)
  const matter = await matterById(db, actor, id, visit.isReceipt(id, url.searchParams.get('code') ?? ''))
  if (matter.withdrawn_at) throw notHere()
  return { matter, extras: await extrasOf(db, actor, id, isInside(actor, matter.rules)), at: `/${community.slug}/matters/${id}` }
}

/** The frame of a part's page, under the heading of its matter. */
export function partPage(visit: Visit, { matter, at }: Around, title: string, body: Html, islands: readonly 'photos'[] = []): Html {
  return framed(visit, { title, narrow: true, back: `${at}${receiptQuery(visit, '?')}`, islands }, html`${
    visit.url.searchParams.has('done') ? toast(whoText(visit.lang).saved) : nothing}<p class="dim sm">${matter.id} · ${matter.title ?? titleOf(matter.text)}</p>
${body}`)
}

/** A form under its heading; for whoever may not, the heading and the reason instead. */
export async function formOrWhy(lang: Lang, title: string, refusal: Said | null, form: () => Html | Promise<Html>): Promise<Html> {
  return html`<section class="no-print">${head(title)}${refusal ? buttonOrWhy(lang, title, refusal) : await form()}</section>`
}

/** Takes one form of a part's page: acts and shows the page anew, or shows it again with what is to be mended. */
export function taking(page: string, part: Part, form: string, act: (sent: Sent, id: number) => Promise<unknown>): Submit {
  return async sent => {
    const id = idIn(sent)
    try {
      await act(sent, id)
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return sent.show(visit => part(visit, { [form]: { values: sent.form.fields, problems: problem.problems } }))
    }
    return goTo(`/${sent.community.slug}/matters/${id}/${page}?done=1`)
  }
}
