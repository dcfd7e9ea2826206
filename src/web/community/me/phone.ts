// 换手机号: the new number gets a code; whoever has it signs in with that number from now on.
import { z } from 'zod'
import { Invalid } from '#kit/errors.ts'
import { correctPhone } from '#modules/people/public.ts'
import { phoneText } from '#text/me.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

const form = z.object({
  phone: z.string().max(40).meta({ label: lang => phoneText(lang).phone, control: 'tel', autocomplete: 'tel' }),
  code: z.string().max(10).meta({ label: lang => phoneText(lang).code, autocomplete: 'one-time-code' }),
})

/** GET /:community/me/phone */
export const page: Page = async visit => visit.actor.personId === null ? goTo(`/${visit.community.slug}/me`) : shown(visit, EMPTY, false)

/** POST /:community/me/phone: sends the code, then takes it. */
export const submit: Submit = async sent => {
  const [phone, code] = [typed(sent.form, 'phone'), typed(sent.form, 'code')]
  const { account, actor, community } = sent
  if (!account || actor.personId === null) return goTo(`/${community.slug}/me`)
  try {
    if (!code) {
      await account.sendCode(phone, sent.caller.address, sent.lang)
      return sent.show(visit => shown(visit, { values: sent.form.fields, problems: [] }, true))
    }
    const entered = await account.enterWith(phone, code, sent.caller.headers)
    await sent.act(correctPhone, { phone, accountId: entered.accountId })
    await account.forgetIfNobody()
    const done = goTo(`/${community.slug}/me?done=1`)
    for (const cookie of entered.cookies) done.headers.append('set-cookie', cookie)
    return done
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }, code !== ''))
  }
}

async function shown(visit: Visit, mend: Mend, waiting: boolean): Promise<Html> {
  const { lang, community } = visit
  const t = phoneText(lang)
  const phone = [mend.values['phone'] ?? ''].flat()[0] ?? ''
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me/data` }, html`<p class="dim">${t.lead}</p>
<form class="stack" method="post" action="/${community.slug}/me/phone">${errs(lang, mend)}${requestKey(mend)}
${waiting ? html`${note('', 'phone', t.sent(phone))}<input type="hidden" name="phone" value="${phone}">${field(lang, form, 'code', { ...mend, values: {} })}` : field(lang, form, 'phone', mend)}
<div class="field"><button class="btn full">${waiting ? t.save : t.send}</button></div></form>
${waiting ? html`<p class="center"><a href="/${community.slug}/me/phone">${t.phone}</a></p>` : nothing}`)
}
