// Coming in with an invitation code: type it or scan it, say who you are, and be in.
import { Invalid, Refused, type FieldProblem } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { codeOf, invitationCode, join, joinInput, openInvitation, whoMayBe, type OpenInvitation } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { invitationText } from '#text/invitations.ts'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { withCookies } from '#web/sign-in/cookies.ts'

const codeOnly = z.object({ code: invitationCode })

/** GET /:community/join?code= */
export function page(house: House): Page {
  return visit => shown(house, visit, visit.url.searchParams.get('code') ?? '', EMPTY)
}

/** POST /:community/join: the account is the one of this browser, or a new one that no phone opens. */
export function submit(house: House): Submit {
  return async sent => {
    await house.signIn.countInvitation(sent.caller.address)
    const accountId = sent.accountId ?? await house.signIn.accountFor({})
    try {
      const account = await joined(house, sent, accountId)
      if (sent.accountId === null && account !== accountId) await house.signIn.forgetAccount(accountId)
      return withCookies(goTo(`/${sent.community.slug}`), await house.signIn.openSession(account, sent.caller.headers))
    } catch (problem) {
      if (sent.accountId === null) await house.signIn.forgetAccount(accountId)
      if (problem instanceof Invalid) return again(house, sent, typed(sent.form, 'code'), problem.problems)
      if (problem instanceof Refused) return again(house, sent, '', [{ field: 'code', reason: problem.reason }])
      throw problem
    }
  }
}

// The account that came in: at a second send (a double tap) that of the first one, but only for who has the code as well as the key.
async function joined(house: House, sent: Sent, accountId: string): Promise<string> {
  const { form, community } = sent
  const { invitation, account } = await sent.act(join, {
    code: typed(form, 'code'), accountId, who: typed(form, 'who'), name: typed(form, 'name'), tie: typed(form, 'tie') || 'family',
  })
  const right = codeOf(house.means.secrets, community.id, invitation)
  if (invitationCode.parse(typed(form, 'code')) !== right) throw new Refused(lang => invitationText(lang).notGood)
  return account
}

function again(house: House, sent: Sent, code: string, problems: readonly FieldProblem[]) {
  return sent.show(visit => shown(house, visit, code, { values: sent.form.fields, problems }))
}

async function shown(house: House, visit: Visit, code: string, mend: Mend): Promise<Html> {
  if (code === '') return askCode(visit, mend)
  const good = invitationCode.safeParse(code)
  if (!good.success) return askCode(visit, wrong(code, lang => invitationText(lang).codeWrong))
  if (mend === EMPTY) await house.signIn.countInvitation(visit.caller.address)
  const invitation = await openInvitation(visit.db, house.means.secrets, good.data, visit.now)
  if (!invitation) return askCode(visit, wrong(code, lang => invitationText(lang).notGood))
  return askWho(visit, good.data, invitation, mend)
}

function wrong(code: string, reason: Said): Mend {
  return { values: { code }, problems: [{ field: 'code', reason }] }
}

function askCode(visit: Visit, mend: Mend): Html {
  const { lang, community } = visit
  const t = invitationText(lang)
  return framed(visit, { title: t.title, current: 'me', narrow: true, back: `/sign-in?community=${community.slug}` }, html`
<form class="stack" method="get" action="/${community.slug}/join">
${errs(lang, mend)}
${field(lang, codeOnly, 'code', mend)}
<div class="field"><button class="btn full">${t.next}</button></div>
</form>`)
}

async function askWho(visit: Visit, code: string, invitation: OpenInvitation, mend: Mend): Promise<Html> {
  const { lang, community, db } = visit
  const t = invitationText(lang)
  const home = invitation.home_id === null ? null : await placeById(db, invitation.home_id)
  const people = await whoMayBe(db, invitation, visit.now)
  const chosen = String(mend.values['who'] ?? (people.length === 0 ? 'new' : ''))
  const choice = (value: string, words: string) =>
    html`<label><input type="radio" name="who" value="${value}"${chosen === value && html` checked`}><span>${words}</span></label>`
  const wrongWho = mend.problems.find(problem => problem.field === 'who')
  return framed(visit, { title: t.whoTitle, current: 'me', narrow: true, back: `/${community.slug}/join` }, html`
<p>${home ? t.forHome(home.label) : t.forPerson}</p>
<form class="stack" method="post" action="/${community.slug}/join">
${errs(lang, mend)}
${requestKey(EMPTY)}<input type="hidden" name="code" value="${code}">
<fieldset class="field${wrongWho && ' bad'}" id="f-who"><legend>${t.who}</legend><p class="hint">${t.masked}</p><div class="pick two">${
  people.map(person => choice(String(person.id), person.masked))}${home && choice('new', t.newHere)}</div></fieldset>
${home ? html`${field(lang, joinInput, 'name', mend)}
${field(lang, joinInput, 'tie', { ...mend, values: { tie: 'family', ...mend.values } })}` : nothing}
<div class="field"><button class="btn full">${icon('check')}${t.enter}</button></div>
</form>
${note('sun', 'warn', t.notMine)}`)
}
