// A swap as one of the two sees it: what each does for the other, and a yes or no.
import type { SwapShown } from '#modules/errands/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { kindSaid } from './around.ts'

/** A yes binds nobody until the other one says it too. */
export function swapPart({ lang, community }: Visit, swap: SwapShown): Html {
  const t = errandPageText(lang)
  const at = `/${community.slug}/errands`
  const settled = swap.i_agreed && swap.other_agreed
  const button = (deed: string, words: string, look: string) => html`<form method="post" action="${at}/${swap.mine_id}/do/${deed}">${
    requestKey(EMPTY)}<input type="hidden" name="swap" value="${swap.id}"><button class="btn full${look}">${words}</button></form>`
  return html`<section>${head(t.swap)}<div class="card"><p>${t.swapSay(kindSaid(lang, swap.mine_kind), kindSaid(lang, swap.other_kind))}</p>
<p><a class="rest" href="${at}/${swap.other_id}">${swap.other_text ?? kindSaid(lang, swap.other_kind)}</a></p>
${settled ? note('', 'check', t.swapBoth) : swap.i_agreed ? note('', 'clock', t.swapWaits) : swap.other_agreed ? note('sun', 'check', t.swapTheirs) : nothing}
${settled ? nothing : html`<div class="duo gap">${swap.i_agreed ? nothing : button('agree', t.agree, '')}${button('decline', t.decline, ' b-line')}</div>`}
<p class="dim xs gap">${t.noDebt}</p></div></section>`
}
