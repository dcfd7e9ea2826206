// Somebody is invited to this one session.
import { Refused } from '#kit/errors.ts'
import { inviteToSession, inviteToSessionInput, mayNotAtSession } from '#modules/councils/public.ts'
import { sessionText } from '#text/council-session.ts'
import { errs, field } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, typed, type Page, type Visit } from '#web/visit.ts'
import { whom } from '../matter/hand-on.ts'
import { doing, partPage, sessionHere, taking, type Mends } from './around.ts'
import { residentSearch, whoField } from './who.ts'

/** GET /:community/sessions/:id/invite?name= */
export const page: Page = visit => shown(visit, {})

/** POST /:community/sessions/:id/invite */
export const submit = taking({
  invite: (sent, id) => sent.act(inviteToSession, { id, party: typed(sent.form, 'party'), ...whom(typed(sent.form, 'to')) }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}/invite?done=1`)

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, actor } = visit
  const t = sessionText(lang)
  const here = await sessionHere(visit)
  const reason = mayNotAtSession.invite(actor, here.session)
  if (reason) throw new Refused(reason)
  const mend = mends['invite'] ?? EMPTY
  return partPage(visit, here, t.invite, html`${residentSearch(visit, `${here.at}/invite`)}<form class="card" method="post" action="${here.at}/invite">${errs(lang, mend)}${doing('invite', mend)}${
    field(lang, inviteToSessionInput, 'party', mend)}${await whoField(visit, mend)}<div class="field"><button class="btn full">${t.invite}</button></div></form>`)
}
