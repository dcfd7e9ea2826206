// GET /privacy: what is kept about people, for what, who sees it and when it ends; made from the declaration.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Lang } from '#kit/phrase.ts'
import { PERSONAL_DATA, WORDING_SINCE, type PersonalData } from '#modules/people/public.ts'
import { privacyFieldText, privacyText } from '#text/privacy.ts'
import { langOf } from './door.ts'
import { lookFrom } from './look.ts'
import { html, type Html } from './parts/html.ts'
import { head } from './parts/list.ts'
import { page } from './parts/page.ts'
import { day } from './parts/time.ts'

export function privacy(c: Context): Response | Promise<Response> {
  const lang = langOf(c)
  const t = privacyText(lang)
  return c.html(page({ lang, look: lookFrom(getCookie(c, 'look')), title: t.title, community: null, signedIn: false, here: '/privacy', back: '/', narrow: true },
    html`<p>${t.lead}</p>
${PERSONAL_DATA.map(kind => card(lang, kind))}
<section>${head(t.yours)}<p>${t.yoursSay}</p></section>
<section>${head(t.robot)}<p>${t.robotSay}</p></section>
<p class="dim sm">${t.version(day(lang, WORDING_SINCE))}</p>`))
}

function card(lang: Lang, { kind, articles, sensitive }: PersonalData): Html {
  const t = privacyText(lang)
  const say = privacyFieldText(lang)
  return html`<section class="card"><h2>${say[`${kind}_what`]}</h2>${sensitive && html`<p class="sm">${t.sensitive}</p>`}
<dl class="kv"><dt>${t.purpose}</dt><dd>${say[`${kind}_purpose`]}</dd><dt>${t.seenBy}</dt><dd>${say[`${kind}_who`]}</dd><dt>${t.ends}</dt><dd>${say[`${kind}_ends`]}</dd><dt>${t.basis}</dt><dd>${t.law(articles)}</dd></dl></section>`
}
