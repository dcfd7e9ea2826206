// Signing in, second step: the code that was sent. Good for five minutes; a wrong one keeps the phone.
import type { Handler } from 'hono'
import { Invalid } from '#kit/errors.ts'
import { formWithoutFiles, readForm } from '#kit/uploads.ts'
import { masked } from '#modules/people/public.ts'
import { signInPageText } from '#text/sign-in-pages.ts'
import type { House } from '../../house.ts'
import { errs, field } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { goTo, typed, type Mend } from '#web/visit.ts'
import { withCookies } from './cookies.ts'
import { codeForm } from './forms.ts'
import { onTheWay, wayFields, wayOf, wayPage, type Way } from './way.ts'

/** POST /sign-in/code: lets in whoever has the code. */
export function enterCode(house: House): Handler {
  return async c => {
    const form = await readForm(c.req.raw, formWithoutFiles)
    const way = await wayOf(house, c, { community: typed(form, 'community'), next: typed(form, 'next') })
    const number = typed(form, 'phone')
    try {
      const { cookies } = await house.signIn.enterWithCode({ phone: number, code: typed(form, 'code'), headers: c.req.raw.headers })
      return withCookies(goTo(onTheWay('/sign-in/arrived', way)), cookies)
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      // A phone that cannot be read was sent by no page of ours.
      if (problem.problems.some(wrong => wrong.field === 'phone')) return goTo(onTheWay('/sign-in', way))
      return c.html(codePage(way, number, { values: {}, problems: problem.problems }), 422)
    }
  }
}

/** Asks for the code that was sent to this phone. `word` is what happened just now. */
export function codePage(way: Way, number: string, mend: Mend, word?: string): Html {
  const { lang, community } = way
  const t = signInPageText(lang)
  return wayPage(way, { title: t.codeTitle, back: onTheWay('/sign-in', way) }, html`
<p>${t.sentTo(masked(number.normalize('NFKC').replace(/[\s-]/gu, '')))}</p>
<p class="dim sm">${t.goodFor}${community && html` ${t.orCall}`}</p>
${word && note('sun', 'clock', word)}
<form class="stack" method="post" action="/sign-in/code">
${errs(lang, mend)}
${wayFields(way)}<input type="hidden" name="phone" value="${number}">
${field(lang, codeForm, 'code', mend)}
<div class="field"><button class="btn full">${t.enter}</button></div>
</form>
<form class="stack gap" method="post" action="/sign-in">
${wayFields(way)}<input type="hidden" name="phone" value="${number}"><input type="hidden" name="again" value="yes">
<button class="btn full b-line">${icon('sync')}${t.again}</button>
<p class="center sm"><a href="${onTheWay('/sign-in', way)}">${t.otherPhone}</a></p>
</form>`)
}
