// The first page of an empty installation: found the community, or look round in the demo first.
import { getCookie } from 'hono/cookie'
import type { Context, Handler } from 'hono'
import { invalid } from '#kit/check.ts'
import { Invalid } from '#kit/errors.ts'
import { perform } from '#kit/action.ts'
import { formWithoutFiles, readForm, type Form } from '#kit/uploads.ts'
import { foundCommunity, foundInput, METHODS, nextCommunity } from '#modules/communities/public.ts'
import { actorOf, linkAccount, localDay, passerBy } from '#modules/people/public.ts'
import { communityText, methodText } from '#text/communities.ts'
import { methodSay, setUpText } from '#text/set-up.ts'
import type { House } from '../../house.ts'
import { langOf } from '#web/door.ts'
import { lookFrom } from '#web/look.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { page as wholePage } from '#web/parts/page.ts'
import { EMPTY, goTo, typed, type Mend } from '#web/visit.ts'
import { withCookies } from '#web/sign-in/cookies.ts'
import { checkEmpty } from './gate.ts'

/** First parts of addresses that are no community's. */
const OURS = new Set(['sign-in', 'sign-out', 'set-up', 'static', 'api', 'look', 'healthz', 'readyz', 'robots'])
const SUGGESTED = { slug: 'shequ', method: '163' }

/** GET /set-up/:token */
export function page(house: House): Handler {
  return async c => {
    await checkEmpty(house, c)
    return c.html(foundPage(c, { values: SUGGESTED, problems: [] }))
  }
}

/** POST /set-up/:token: founds the community and signs its secretary in. */
export function submit(house: House): Handler {
  return async c => {
    await checkEmpty(house, c)
    const form = await readForm(c.req.raw, formWithoutFiles)
    try {
      const cookies = await founded(house, c, form)
      return withCookies(goTo(`/${typed(form, 'slug').trim().toLowerCase()}/set-up`), cookies)
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return c.html(foundPage(c, { values: form.fields, problems: problem.problems }), 422)
    }
  }
}

async function founded(house: House, c: Context, form: Form): Promise<string[]> {
  const { database, signIn } = house
  const means = { ...house.means, now: house.clock() }
  const names = ['name', 'street', 'slug', 'method', 'phone', 'secretaryName', 'secretaryPhone'] as const
  const input = Object.fromEntries(names.map(name => [name, typed(form, name)]))
  if (OURS.has(typed(form, 'slug').trim().toLowerCase())) throw invalid([{ field: 'slug', reason: lang => communityText(lang).slugTaken }])
  const phoneIndex = secretaryIndex(house, typed(form, 'secretaryPhone'))
  const id = await nextCommunity(database.commons)
  const { secretary } = await perform(database, means, foundCommunity, passerBy(id), input)
  const accountId = await signIn.accountFor({ phone: typed(form, 'secretaryPhone') })
  const actor = await database.look(id, async db => actorOf(db, secretary, await localDay(db, means.now)))
  await perform(database, means, linkAccount, actor, { accountId, phoneIndex })
  return signIn.openSession(accountId, c.req.raw.headers)
}

// She signs in with this phone, so no text message must miss it.
function secretaryIndex(house: House, phone: string): string {
  try {
    return house.signIn.phoneIndex(phone)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    throw invalid([{ field: 'secretaryPhone', reason: problem.reason }])
  }
}

function foundPage(c: Context, mend: Mend): Html {
  const lang = langOf(c)
  const t = setUpText(lang)
  const at = new URL(c.req.url).pathname
  const own = (name: string) => field(lang, foundInput, name, mend)
  return wholePage({
    lang, look: lookFrom(getCookie(c, 'look')), title: t.title, community: null, signedIn: false, here: at, narrow: true,
  }, html`<p>${t.lead}</p>
<form class="card gap" method="post" action="${at}/look-round">${requestKey(EMPTY)}
<h2>${t.lookRound}</h2><p class="sm">${t.lookRoundSay}</p>
<p class="gap"><button class="btn full b-line">${icon('search')}${t.lookRoundGo}</button></p>
</form>
<form class="stack" method="post" action="${at}">
<h2 class="field">${t.found}</h2>
${errs(lang, mend)}${requestKey(mend)}
${own('name')}${own('street')}${own('slug')}
${methods(c, mend)}
${own('phone')}${own('secretaryName')}${own('secretaryPhone')}
<div class="field"><button class="btn full">${t.go}</button></div>
</form>`)
}

function methods(c: Context, mend: Mend): Html {
  const lang = langOf(c)
  const wrong = mend.problems.find(problem => problem.field === 'method')
  return html`<fieldset class="field${wrong && ' bad'}" id="f-method"><legend>${communityText(lang).method}</legend>
<p class="hint">${setUpText(lang).methodHint}</p>
<div class="pick methods">${METHODS.map(method => html`<label><input type="radio" name="method" value="${method}"${
  mend.values['method'] === method && html` checked`}><span><b>${methodText(lang)[method]}</b><small>${methodSay(lang)[method]}</small></span></label>`)}</div></fieldset>`
}
