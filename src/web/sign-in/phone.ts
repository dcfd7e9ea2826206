// Signing in, first step: the phone; or a passkey, the city's own sign-in, an invitation code.
import type { Handler } from 'hono'
import { Invalid, Refused, TooOften, type FieldProblem } from '#kit/errors.ts'
import { formWithoutFiles, readForm } from '#kit/uploads.ts'
import { signInPageText } from '#text/sign-in-pages.ts'
import type { House } from '../../house.ts'
import { networkAddress } from '#kit/network-address.ts'
import { errs, field } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, typed, type Mend } from '#web/visit.ts'
import { codePage } from './code.ts'
import { phoneForm } from './forms.ts'
import { onTheWay, wayAsked, wayFields, wayOf, wayPage, type Way } from './way.ts'

/** GET /sign-in */
export function phone(house: House): Handler {
  return async c => {
    const failed = c.req.query('problem') !== undefined || c.req.query('error') !== undefined
    return c.html(phonePage(house, await wayAsked(house, c), EMPTY, failed))
  }
}

/** POST /sign-in: sends a code and asks for it. */
export function sendCode(house: House): Handler {
  return async c => {
    const form = await readForm(c.req.raw, formWithoutFiles)
    const way = await wayOf(house, c, { community: typed(form, 'community'), next: typed(form, 'next') })
    const number = typed(form, 'phone')
    try {
      await house.signIn.requestCode({ phone: number, address: networkAddress(c, house.proxies), lang: way.lang })
      return c.html(codePage(way, number, EMPTY, 'again' in form.fields ? signInPageText(way.lang).sentAgain : undefined))
    } catch (problem) {
      if (problem instanceof Invalid) return c.html(phonePage(house, way, mended(number, problem.problems)), 422)
      if (!(problem instanceof TooOften || problem instanceof Refused)) throw problem
      const askAgain = phonePage(house, way, mended(number, [{ field: 'phone', reason: problem.reason }]))
      if (problem instanceof Refused) return c.html(askAgain, 503)
      c.header('retry-after', String(problem.seconds))
      // Within a minute the code of before is still on its way: let her type it.
      if (problem.seconds <= 60) return c.html(codePage(way, number, EMPTY, problem.reason(way.lang)), 429)
      return c.html(askAgain, 429)
    }
  }
}

function mended(number: string, problems: readonly FieldProblem[]): Mend {
  return { values: { phone: number }, problems }
}

function phonePage(house: House, way: Way, mend: Mend, failed = false): Html {
  const { lang, community } = way
  const t = signInPageText(lang)
  return wayPage(way, {
    title: t.title, islands: house.signIn.passkeysWork ? ['passkey'] : [], back: community ? `/${community.slug}` : '/',
  }, html`
${failed && note('alarm', 'warn', t.providerFailed)}
<form class="stack" method="post" action="/sign-in">
${errs(lang, mend)}
${wayFields(way)}
${field(lang, phoneForm, 'phone', mend)}
<div class="field"><button class="btn full">${t.sendCode}</button><p class="why center">${icon('lock')}${t.onlyYou}</p></div>
</form>
${otherWays(house, way)}
${note('', 'me', t.noNeed)}`)
}

function otherWays(house: House, way: Way): Html {
  const { lang, community } = way
  const t = signInPageText(lang)
  const { passkeysWork, oidc } = house.signIn
  return html`<section><h2>${t.otherWays}</h2><div class="stack gap">
${passkeysWork && html`<button class="btn full b-line" type="button" data-passkey="sign-in" data-next="${
    onTheWay('/sign-in/arrived', way)}" data-failed="${t.passkeyFailed}" hidden>${icon('lock')}${t.passkey}</button>`}
${oidc && html`<a class="btn full b-line" href="${onTheWay('/sign-in/oidc', way)}">${icon('me')}${t.oidc(oidc.name)}</a>`}
${community ? html`<a class="btn full b-line" href="/${community.slug}/join">${icon('qr')}${t.haveInvitation}</a>` : nothing}
</div></section>`
}
