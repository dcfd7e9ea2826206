// Checks the archive of an owners' vote on the reader's own device; public/verify-vote.js does it, and nothing is sent to us.
import { getCookie } from 'hono/cookie'
import type { Handler } from 'hono'
import { voteCheckText } from '#text/vote-check.ts'
import { langOf } from '#web/door.ts'
import { lookFrom } from '#web/look.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { page } from '#web/parts/page.ts'

/** GET /verify/vote?key= */
export const verifyVote: Handler = c => {
  const lang = langOf(c)
  const t = voteCheckText(lang)
  const url = new URL(c.req.url)
  return c.html(page({
    lang, look: lookFrom(getCookie(c, 'look')), title: t.title, community: null, signedIn: false, here: url.pathname + url.search, narrow: true,
    islands: ['verify-vote'], back: '/verify',
  }, html`<p class="dim sm">${t.lead}</p>
<div data-no-script>${note('sun', 'warn', t.noScript)}</div>
<form class="card gap" data-verify-vote data-right="${t.right}" data-wrong="${t.wrong}" data-unreadable="${t.unreadable}" hidden>
<div class="field"><label for="f-file">${t.file}</label><input id="f-file" type="file" name="file" accept=".zip" required></div>
<div class="field"><label for="f-key">${t.key}</label><p class="hint" id="h-key">${t.keyHint}</p>
<input id="f-key" type="text" name="key" value="${url.searchParams.get('key') ?? ''}" autocomplete="off" spellcheck="false" required aria-describedby="h-key"></div>
<div class="field"><label for="f-code">${t.code}</label><p class="hint" id="h-code">${t.codeHint}</p>
<input id="f-code" type="text" name="code" autocomplete="off" spellcheck="false" aria-describedby="h-code"></div>
<div class="field"><button class="btn full">${t.start}</button></div></form>
<div role="status" data-outcome></div>
<section>${head(t.onComputer)}<p class="sm dim">${t.onComputerHint}</p><p><code>node verify-vote.js ARCHIVE.zip --key '…'</code></p>
<p><a class="btn b-line" href="${assetAt('verify-vote.js')}" download="verify-vote.js">verify-vote.js</a> <a class="btn b-line" href="${assetAt('verify.js')}" download="verify.js">verify.js</a></p></section>
<p class="gap"><a class="btn full b-line" href="/verify">${t.ofRecord}</a></p>`))
}
