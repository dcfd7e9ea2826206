// The whole page round its body: head, top bar or skyline, main, tab bar, foot.
import type { Lang } from '#kit/phrase.ts'
import type { Look } from '#web/look.ts'
import { helpText } from '#text/call-pages.ts'
import { partText } from '#text/parts.ts'
import { assetAt } from './assets.ts'
import { drawing, html, icon, nothing, sep, type Html, type Icon } from './html.ts'
import { qrSvg } from './qr.ts'

export interface Frame {
  readonly lang: Lang
  readonly look: Look
  readonly title: string
  /** Where the tab bar leads; null on pages of no community. */
  readonly community: { name: string, slug: string, phone: string | null } | null
  readonly signedIn: boolean
  /** Path and query of this page: for the language switch and the look form. */
  readonly here: string
  readonly current?: 'home' | 'board' | 'raise' | 'help' | 'me'
  /** Where ‹ leads. */
  readonly back?: string
  /** Replaces the top bar: the home page's skyline. */
  readonly hero?: Html
  /** The address that the page's own code opens: public pages only. */
  readonly qr?: string
  /** What the page hears of: matters/ or matters/83. */
  readonly live?: string
  /** Who looks: his page says at once when somebody near him calls for help. */
  readonly person?: number | null
  /** The address of the page's feed without its ending; it is there as .atom and as .json. */
  readonly feed?: string
  readonly wide?: boolean
  readonly narrow?: boolean
  /** A page of sheets for the printer: paper shows nothing but them. */
  readonly paper?: boolean
  /** For those who sit before a screen all day: denser. */
  readonly desk?: boolean
  readonly islands?: readonly ('photos' | 'draft' | 'passkey' | 'progress' | 'push' | 'queue' | 'verify' | 'verify-vote')[]
}

/** A whole page. */
export function page(frame: Frame, body: Html): Html {
  const { lang, look, title, community } = frame
  const t = partText(lang)
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"${look.mode === 'elder' && html` data-mode="elder" data-size="${look.size}"`}${
  look.theme !== 'auto' && html` data-theme="${look.theme}"`}${frame.desk && html` data-desk`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title} · ${community?.name ?? ''} ${lang === 'zh' ? '邻聚' : 'Linju'}</title>
<link rel="icon" href="${assetAt('mark.svg')}">
<link rel="manifest" href="${assetAt('manifest.webmanifest')}">${frame.feed && html`
<link rel="alternate" type="application/atom+xml" title="${title}" href="${feedAt(frame.feed, '.atom')}">
<link rel="alternate" type="application/feed+json" title="${title}" href="${feedAt(frame.feed, '.json')}">`}
<link rel="stylesheet" href="${assetAt('app.css')}">
<script type="module" src="${assetAt('page.js')}"></script>${(frame.islands ?? []).map(name => html`
<script type="module" src="${assetAt(`${name}.js`)}"></script>`)}
</head>
<body class="shell${frame.paper && ' paper'}${!community && ' alone'}">
<a class="skip" href="#main">${t.skip}</a>
${frame.hero ?? topBar(frame)}
<main class="main${frame.wide && ' wide'}${frame.narrow && ' narrow'}" id="main"${community && hearing(frame, community.slug)}>
${body}
${foot(frame)}
</main>
${community ? tabs(frame, community) : nothing}
</body>
</html>`
}

// One line for both: what the page is about, and what its reader is told. The address may carry a code after what it is about.
function hearing({ lang, live, person }: Frame, slug: string): Html | false {
  const [about = '', ...code] = (live ?? '').split('&')
  const own = person && !about.includes('notices/') ? `notices/${person}` : ''
  if (!live && !own) return false
  const t = partText(lang)
  const abouts = [about, own].filter(one => one !== '').join(',')
  return html` data-live="/${slug}/live?about=${[abouts, ...code].join('&')}" data-updated="${t.updated}" data-newer="${t.newer}"${
    own && html` data-own="${own}" data-asking="/${slug}/help/asking"`}`
}

function feedAt(address: string, ending: string): string {
  return address.replace(/(?=\?|$)/u, ending)
}

function topBar(frame: Frame): Html {
  const t = partText(frame.lang)
  return html`<header class="top">
  ${frame.back ? html`<a class="tool back" href="${frame.back}" aria-label="${t.back}">${icon('back')}</a>` : nothing}
  <h1${!frame.back && html` class="root"`}>${frame.title}</h1>
  <span class="push row">${tools(frame.lang)}</span>
</header>`
}

/** Read aloud and print: shown by the script that can do them. */
export function tools(lang: Lang): Html {
  const t = partText(lang)
  return html`<button class="tool" type="button" data-read data-stop="${t.readStop}" aria-label="${t.read}" hidden>${icon('sound')}</button><button class="tool no-print" type="button" data-print aria-label="${t.print}" hidden>${icon('print')}</button>`
}

function tabs(frame: Frame, community: NonNullable<Frame['community']>): Html {
  const t = partText(frame.lang)
  const at = `/${community.slug}`
  const tab = (key: NonNullable<Frame['current']>, address: string, name: Icon, words: string, look = '') =>
    html`<a${look && html` class="${look}"`} href="${address}"${frame.current === key && html` aria-current="page"`}>${icon(name)}${words}</a>`
  return html`<nav class="nav" aria-label="${t.nav}">
  <a class="brand" href="${at}"><svg class="mark" aria-hidden="true"><use href="${drawing('mark')}"/></svg><span><b>${frame.lang === 'zh' ? '邻聚' : 'Linju'}</b><small>${community.name}</small></span></a>
  ${tab('home', at, 'home', t.home)}
  ${tab('board', `${at}/board`, 'board', t.board)}
  ${tab('raise', `${at}/raise`, 'raise', t.raise, 'lay')}
  ${tab('help', `${at}/help`, 'help', helpText(frame.lang).tab)}
  ${frame.signedIn ? tab('me', `${at}/me`, 'me', t.me) : tab('me', `/sign-in?community=${community.slug}`, 'me', t.signIn)}
  ${community.phone && html`<p class="rail-foot">${t.phoneFirst}<br><a class="num" href="tel:${community.phone}"><b>${local(community.phone)}</b></a></p>`}
</nav>`
}

function foot(frame: Frame): Html {
  const { lang, community } = frame
  const t = partText(lang)
  return html`<footer class="foot">
  ${community?.phone && html`<p>${t.call} <a class="num" href="tel:${community.phone}">${local(community.phone)}</a>${t.callAfter}</p>`}
  ${lookForm(frame)}
  <p class="no-print"><a href="${withLang(frame.here, lang === 'zh' ? 'en' : 'zh')}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}">${t.other}</a>${sep}<a href="/privacy">${t.privacy}</a>${sep}<a href="/developers">${t.developers}</a></p>
</footer>
${frame.qr && html`${ownCode(frame.qr, t.qr, t.qrHint)}`}`
}

// The code follows its fold and does not lie in it: paper shows it whether or not the fold is open.
function ownCode(address: string, words: string, hint: string): Html {
  return html`<details class="own-qr"><summary>${icon('qr')} ${words}</summary></details>
<div class="own-code"><p class="dim sm">${hint}</p>${qrSvg(address, words)}<p class="xs">${address}</p></div>`
}

function lookForm({ lang, look, here }: Frame): Html {
  const t = partText(lang)
  const choice = (value: string, words: string) => html`<button class="btn b-line sm" name="look" value="${value}">${words}</button>`
  const next = look.size === 3 ? 1 : look.size + 1
  return html`<form class="row wrap looks no-print" method="post" action="/look" aria-label="${t.look}">
  <input type="hidden" name="here" value="${here}">
  ${look.mode === 'elder'
    ? html`${choice(`elder.${next}.${look.theme}`, look.size === 3 ? t.smaller : t.bigger)}${choice(`plain.1.${look.theme}`, t.plain)}`
    : choice(`elder.1.${look.theme}`, t.elderLong)}
  ${choice(`${look.mode}.${look.size}.${look.theme === 'dark' ? 'light' : 'dark'}`, look.theme === 'dark' ? t.light : t.dark)}
  ${look.theme !== 'auto' && choice(`${look.mode}.${look.size}.auto`, t.auto)}
</form>`
}

function withLang(here: string, lang: Lang): string {
  // Not as a second argument: a path that begins with // would be taken for a host.
  const url = new URL(`http://x${here}`)
  url.searchParams.set('lang', lang)
  return url.pathname + url.search
}

/** A number as people of the place dial it: 0590-5550117, 13800138000. */
export function local(phone: string): string {
  return phone.replace(/^\+86/u, '').replace(/^(010|02\d|0[3-9]\d{2})(\d{7,8})$/u, '$1-$2')
}
