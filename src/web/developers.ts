// The pages for those who write programs: how it works, every name, and each part in full; made from the document of the API alone.
import type { Context, Handler } from 'hono'
import { getCookie } from 'hono/cookie'
import { NotFound } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import { developersText } from '#text/developers.ts'
import { frameText } from '#text/frame.ts'
import { operationsOf, type ApiDocument } from './developers/document.ts'
import { curl, operationShown, verbShown } from './developers/operation.ts'
import { langOf } from './door.ts'
import { lookFrom } from './look.ts'
import { assetAt } from './parts/assets.ts'
import { html, icon, type Html } from './parts/html.ts'
import { head } from './parts/list.ts'
import { page } from './parts/page.ts'

/** What the pages are made from: the document in a language, and the address that programs call. */
export interface Described {
  readonly document: (lang: Lang) => ApiDocument
  readonly publicUrl: string
}

/** GET /developers */
export function developers({ document, publicUrl }: Described): Handler {
  return c => {
    const lang = langOf(c)
    return shown(c, lang, developersText(lang).title, '/', html`<p>${developersText(lang).lead}</p>
<div class="cols gap"><div>${guide(lang, publicUrl)}</div><div>${parts(lang, document(lang))}</div><div class="span">${names(lang, document(lang))}</div></div>`)
  }
}

/** GET /developers/:part, such as /developers/matters#matters.raise */
export function developersPart({ document, publicUrl }: Described): Handler {
  return c => {
    const lang = langOf(c)
    const whole = document(lang)
    const part = whole.tags.find(({ name }) => name === c.req.param('part'))
    if (!part) throw new NotFound(lang => frameText(lang).noPage)
    const operations = operationsOf(whole, part.name)
    return shown(c, lang, `${developersText(lang).title}${lang === 'zh' ? '：' : ': '}${part['x-displayName']}`, '/developers', html`<p>${part.description}</p>
<div class="cols gap developers"><div>${operations.map(known => operationShown(lang, whole, known, publicUrl))}</div>
<div><nav class="card contents no-print" aria-label="${developersText(lang).names}"><ul><li><a href="/developers">${icon('back')}${developersText(lang).names}</a></li>${operations.map(({ verb, operation }) =>
    html`<li><a href="#${operation.operationId}">${verbShown(verb)}<code>${operation.operationId.split('.')[1]}</code></a></li>`)}</ul></nav></div></div>`)
  }
}

function shown(c: Context, lang: Lang, title: string, back: string, body: Html): Response | Promise<Response> {
  return c.html(page({ lang, look: lookFrom(getCookie(c, 'look')), title, community: null, signedIn: false, here: c.req.path, back,
    wide: true },
    html`<link rel="stylesheet" href="${assetAt('developers.css')}">${body}`))
}

function guide(lang: Lang, publicUrl: string): Html {
  const t = developersText(lang)
  const list = { verb: 'GET', path: '/matters.list' } as const
  return html`<section>${head(t.first)}<p>${t.firstSay}</p>${code(curl(list, publicUrl, { key: false, query: { limit: '1' }, input: undefined }))}</section>
<section>${head(t.key)}<p>${t.keySay}</p>${code(curl({ verb: 'GET', path: '/people.me' }, publicUrl, { key: true, query: {}, input: undefined }))}</section>
<section>${head(t.once)}<p>${t.onceSay}</p></section>
<section>${head(t.others)}<p>${t.othersSay}</p></section>
<section>${head(t.pages)}<p>${t.pagesSay}</p>${code(`{ "items": [ … ], "next": "bWF0dGVycy5saXN0IDI5" }`)}</section>
<section>${head(t.same)}<p>${t.sameSay}</p></section>
<section>${head(t.problems)}<p>${t.problemsSay}</p><p><a class="rest" href="/problems/invalid">${t.problemsAll}</a></p></section>
<section>${head(t.limits)}<p>${t.limitsSay}</p></section>
<section>${head(t.live)}<p>${t.liveSay}</p>${code(`id: 83\ndata: {"id":83,"action":"matters.raise","subject":"matters/29","at":"2026-11-22T08:30:00Z"}`)}</section>
<section>${head(t.client)}<p>${t.clientSay}</p>${code(CLIENT)}</section>`
}

const CLIENT = `import { linju } from './client/linju.ts'

const here = linju({ address: 'https://…', key: 'linju_…' })
for await (const matter of here.each('matters.list', { step: 'do' })) {
  await here.act('matters.reply', { id: matter.id, text: '…' })
}`

function code(text: string): Html {
  return html`<pre class="code" tabindex="0">${text}</pre>`
}

function parts(lang: Lang, document: ApiDocument): Html {
  const t = developersText(lang)
  return html`<section>${head(t.parts)}<div class="card flush list">${document.tags.map(({ name, description, 'x-displayName': words }) => {
    const operations = operationsOf(document, name)
    const acts = operations.filter(({ verb }) => verb === 'POST').length
    return html`<a href="/developers/${name}"><span class="grow"><b class="row-title">${words} <code>${name}</code></b><span class="row-meta">${description}</span><span class="row-meta">${
      t.count(operations.length - acts, acts)}</span></span></a>`
  })}</div><p class="gap"><a class="btn b-line full" href="/api/openapi.json?lang=${lang}">${t.document}</a></p></section>`
}

function names(lang: Lang, document: ApiDocument): Html {
  return html`<section>${head(developersText(lang).names)}${document.tags.map(({ name, 'x-displayName': words }) => html`<h3 class="part"><a href="/developers/${name}">${words}</a></h3>
<ul class="names">${operationsOf(document, name).map(({ verb, operation }) =>
    html`<li><a href="/developers/${name}#${operation.operationId}">${verbShown(verb)}<span><code>${operation.operationId}</code><br><span class="dim sm">${operation.summary}</span></span></a></li>`)}</ul>`)}</section>`
}
