// 给程序的钥匙: which there are and what each may do, make one, end one.
import { Invalid } from '#kit/errors.ts'
import { listed } from '#kit/phrase.ts'
import { today } from '#modules/communities/public.ts'
import {
  endToken, hashOfToken, issueToken, issueTokenInput, mayNotIssue, newToken, printOfToken, TOKEN_DAYS, TOKEN_MODULES, tokensOf,
  type TokenModule,
} from '#modules/people/public.ts'
import { moduleText, tokenText } from '#text/tokens.ts'
import { framed } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import { day, dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, shownOnce, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

type Key = Awaited<ReturnType<typeof tokensOf>>[number]

/** GET /:community/me/tokens */
export const page: Page = visit => shown(visit, EMPTY)

/**
 * POST /:community/me/tokens: makes a key and shows it, this once. It carries no request key: what is shown can only be shown when it is
 * made, so a second send makes it anew, in place of the first.
 */
export const make: Submit = async sent => {
  const { form, community } = sent
  if (sent.actor.personId === null) return goTo(`/${community.slug}/me`)
  const key = newToken()
  try {
    await sent.act(issueToken, {
      name: typed(form, 'name'), tokenHash: hashOfToken(key), scope: typed(form, 'scope'), modules: [form.fields['modules'] ?? []].flat(),
      until: typed(form, 'until'),
    })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
  return sent.show(visit => shownOnce(made(visit, key)))
}

/** POST /:community/me/tokens/end */
export const end: Submit = async sent => {
  await sent.act(endToken, { token: typed(sent.form, 'token') })
  return goTo(`/${sent.community.slug}/me/tokens?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, now, url } = visit
  const t = tokenText(lang)
  const at = `/${community.slug}/me`
  if (actor.personId === null) return goTo(at)
  const keys = await tokensOf(db, actor.personId)
  const good = keys.filter(key => Temporal.Instant.compare(key.ends_at, now) > 0)
  const values = mend === EMPTY ? { scope: 'read', until: lastDay(visit, TOKEN_DAYS.usual) } : mend.values
  return framed(visit, { title: t.title, narrow: true, back: at }, html`${url.searchParams.has('done') ? toast(t.ended) : nothing}<p class="dim">${t.lead}</p>
<section>${keys.length === 0 ? empty(t.none) : keys.map(key => one(visit, key))}</section>
<section>${head(t.make)}<form class="card" method="post" action="${at}/tokens">${errs(lang, mend)}
${field(lang, issueTokenInput, 'name', { ...mend, values })}
${field(lang, issueTokenInput, 'scope', { ...mend, values })}
${parts(visit, mend)}
${field(lang, issueTokenInput, 'until', { ...mend, values })}
${note('', 'lock', t.never)}
<div class="field">${buttonOrWhy(lang, t.button, mayNotIssue(actor, good.length))}</div></form></section>`)
}

function parts({ lang }: Visit, mend: Mend): Html {
  const ticked = [mend.values['modules'] ?? []].flat()
  const wrong = mend.problems.find(problem => problem.field === 'modules')?.reason
  return html`<details class="field"${(wrong || ticked.length > 0) && html` open`}><summary>${tokenText(lang).modules}</summary><fieldset class="consent${wrong && ' bad'}"${
    wrong && html` aria-describedby="e-modules"`}><legend class="vh">${tokenText(lang).modules}</legend>${
    TOKEN_MODULES.map((module, i) => html`<label class="tickbox"><input type="checkbox"${i === 0 && html` id="f-modules"`} name="modules" value="${module}"${
      ticked.includes(module) && html` checked`}><span>${moduleText(lang)[module]}</span></label>`)}${
    wrong && html`<span class="err" id="e-modules">${icon('warn')}${wrong(lang)}</span>`}</fieldset></details>`
}

function one(visit: Visit, key: Key): Html {
  const { lang, community, now } = visit
  const t = tokenText(lang)
  // The last moment of its last day.
  const last = dayAt(lang, key.ends_at.subtract({ seconds: 1 }), community.time_zone)
  const over = Temporal.Instant.compare(key.ends_at, now) <= 0
  return html`<form class="card" method="post" action="/${community.slug}/me/tokens/end">${requestKey(EMPTY)}<input type="hidden" name="token" value="${printOfToken(key.token_hash)}">
<p class="row wrap"><span class="grow"><b>${key.name}</b><br>${mayDo(visit, key)}<br><span class="dim sm">${
    dotted(over ? t.over(last) : t.lasts(last), key.used_on === null ? t.neverUsed : t.used(day(lang, key.used_on)))}</span></span><button class="btn b-line sm">${over ? t.clear : t.end}</button></p></form>`
}

function mayDo({ lang }: Visit, { scope, modules }: Key): string {
  const t = tokenText(lang)
  if (scope === 'read') return t.onlyLook
  return scope === 'all' ? t.everything : t.someOf(listed(lang, modules.map(module => moduleText(lang)[module as TokenModule])))
}

function made(visit: Visit, key: string): Html {
  const { lang, community } = visit
  const t = tokenText(lang)
  return framed(visit, { title: t.yours, narrow: true }, html`<section class="slip center"><p class="receipt-code"><code>${key}</code></p><p>${t.once}</p></section>
<section class="card"><h2>${t.how}</h2><p class="receipt-code"><code>Authorization: Bearer ${key}</code></p><p><a href="/developers">${t.more}</a></p><p class="dim sm">${t.lost}</p></section>
<p class="field"><a class="btn full" href="/${community.slug}/me/tokens">${t.back}</a></p>`)
}

function lastDay({ community, now }: Visit, days: number): string {
  return Temporal.PlainDate.from(today(community, now)).add({ days }).toString()
}
