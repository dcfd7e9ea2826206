// 定成约定: the key, the day, and who signs; for whoever handles the matter.
import { Invalid, Refused } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { postsHeld } from '#modules/people/public.ts'
import { agreeInput, agreeOnSharing, mayNotWithSharing } from '#modules/sharing/public.ts'
import { postText } from '#text/people.ts'
import { sharingPageText, agreementPageText } from '#text/sharing-pages.ts'
import { idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { addressOf, around, sharingFrame, wrongOf } from './around.ts'

/** GET /:community/matters/:id/sharing/agree */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/sharing/agree */
export const send: Submit = async sent => {
  const id = idIn(sent)
  try {
    await sent.act(agreeOnSharing, {
      id, key: typed(sent.form, 'key'), effectiveOn: typed(sent.form, 'effectiveOn'), signatories: [sent.form.fields['signatories'] ?? []].flat(),
    })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`${addressOf(sent, id)}?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, actor, db, community, now } = visit
  const t = sharingPageText(lang)
  const { matter, open, at } = await around(visit)
  const refusal = mayNotWithSharing.handle(actor, { matter: matter.rules, open })
  if (refusal) throw new Refused(refusal)
  const posts = await postsHeld(db, today(community, now))
  const people = [...new Map(posts.map(post => [post.person_id, post])).values()]
  const chosen = new Set([mend.values['signatories'] ?? []].flat())
  const wrong = wrongOf(mend, 'signatories')
  return sharingFrame(visit, matter, { title: t.agree, back: at }, html`<p>${t.law}</p><form class="stack" method="post" action="${at}/agree">${errs(lang, mend)}${requestKey(mend)}
${field(lang, agreeInput, 'key', mend)}${field(lang, agreeInput, 'effectiveOn', mend)}
<fieldset class="field${wrong && ' bad'}" id="f-signatories"><legend>${agreementPageText(lang).who}</legend><p class="hint">${agreementPageText(lang).whoHint}</p><div class="consent">${people.map(one =>
    html`<label class="tickbox"><input type="checkbox" name="signatories" value="${one.person_id}"${chosen.has(String(one.person_id)) && html` checked`}><span>${one.name}<small>${
      one.kind in postText.pairs ? postText(lang)[one.kind as keyof typeof postText.pairs] : one.organisation} ${one.organisation}</small></span></label>`)}</div>${wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>
<div class="field"><button class="btn full">${t.agree}</button></div></form>`)
}
