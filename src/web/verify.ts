// Checks receipts, heads and whole records on the reader's own device; public/verify.js does it, and nothing is sent to us.
import { getCookie } from 'hono/cookie'
import type { Handler } from 'hono'
import { OPEN_ACTS } from '#modules/record/public.ts'
import { verifyText, wrongText } from '#text/record.ts'
import { voteCheckText } from '#text/vote-check.ts'
import { langOf } from '#web/door.ts'
import { lookFrom } from '#web/look.ts'
import { actSaid } from '#web/parts/acts.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { page } from '#web/parts/page.ts'
import type { Lang } from '#kit/phrase.ts'

// What the script can find wrong.
const CODES = Object.keys(wrongText.pairs) as (keyof typeof wrongText.pairs)[]

/** GET /verify?key=: the key that was last seen on the page of a record; whoever has one of her own puts that. */
export const verify: Handler = c => {
  const lang = langOf(c)
  const t = verifyText(lang)
  const url = new URL(c.req.url)
  return c.html(page({
    lang, look: lookFrom(getCookie(c, 'look')), title: t.title, community: null, signedIn: false, here: url.pathname + url.search, narrow: true,
    islands: ['verify'],
  }, html`<p class="dim sm">${t.lead}</p>
<div data-no-script>${note('sun', 'warn', t.noScript)}</div>
<form class="card gap" data-verify hidden>
<div class="field"><label for="f-file">${t.file}</label><input id="f-file" type="file" name="file" accept=".json,.jsonl" required></div>
<div class="field"><label for="f-key">${t.key}</label><p class="hint" id="h-key">${t.keyHint}</p>
<input id="f-key" type="text" name="key" value="${url.searchParams.get('key') ?? ''}" autocomplete="off" spellcheck="false" required aria-describedby="h-key"></div>
<div class="field"><button class="btn full">${t.start}</button></div></form>
<div role="status" data-outcome>${going(lang)}${outcomes(lang)}</div>
<section>${head(t.onComputer)}<p class="sm dim">${t.onComputerHint}</p><p><code>node verify.js FILE --key '…'</code></p>
<p><a class="btn b-line" href="${assetAt('verify.js')}" download="verify.js">${t.download}</a></p></section>
<p class="gap"><a class="btn full b-line" href="/verify/vote">${voteCheckText(lang).ofVotes}</a></p>`))
}

function going(lang: Lang): Html {
  const t = verifyText(lang)
  return html`<p class="center dim" data-say="going" hidden>${t.going} <span class="num" data-fill="lines">0</span> ${t.lines}</p>`
}

// One for each way in which it can end; the script shows one and fills in the figures.
function outcomes(lang: Lang): Html {
  const t = verifyText(lang)
  const row = (words: string, name: string) => html`<div class="sum"><span>${words}</span><span data-fill="${name}"></span></div>`
  const mark = (words: string, name: string) => html`<p><span>${words}</span><br><code data-fill="${name}"></code></p>`
  const right = (kind: string, words: string, rows: Html) => html`<section class="card" data-say="${kind}" hidden><h2>${icon('check')} ${t.right}</h2><p>${words}</p>${rows}
${row(t.size, 'size')}${row(t.sealedAt, 'time')}${mark(t.mark, 'root')}<p class="sm dim">${t.compare}</p></section>`
  return html`${right('receipt', t.isReceipt, html`${row(t.what, 'action')}${row(t.about, 'subject')}${row(t.when, 'at')}${row(t.place, 'place')}`)}
${right('consistency', t.isConsistency, html`${row(t.oldSize, 'oldSize')}${mark(t.oldMark, 'oldRoot')}`)}
${right('export', t.isExport, row(t.heads, 'heads'))}
${CODES.map(code => html`<section class="note alarm" data-say="${code}" hidden>${icon('warn')}<span><b>${t.wrong}</b><br>${wrongText(lang)[code]} <small data-fill="where"></small></span></section>`)}
<datalist id="acts">${OPEN_ACTS.map(name => html`<option value="${name}">${actSaid(lang, name)}</option>`)}</datalist>`
}
