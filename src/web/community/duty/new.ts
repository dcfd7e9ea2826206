// 新开一张值班表.
import { makeRoster, makeRosterInput, mayNotKeepDuty, teamsKept } from '#modules/duty/public.ts'
import { dutyFieldText } from '#text/duty.ts'
import { dutyPageText } from '#text/duty-pages.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/duty/new */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/duty/new */
export const submit: Submit = sent => orAgain(sent, async () => {
  const { id } = await sent.act(makeRoster, {
    organisation: typed(sent.form, 'organisation'), name: typed(sent.form, 'name'), onCall: typed(sent.form, 'onCall') === 'true',
  })
  return goTo(`/${sent.community.slug}/duty/${id}`)
}, mend => visit => shown(visit, mend), { field: 'name' })

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = dutyPageText(lang)
  const at = `/${community.slug}/duty`
  const refusal = mayNotKeepDuty(actor)
  return framed(visit, { title: t.make, narrow: true, back: at }, refusal ? buttonOrWhy(lang, t.make, refusal)
    : html`<form class="stack" method="post" action="${at}/new">${errs(lang, mend)}${requestKey(mend)}${
      choose(lang, 'organisation', dutyFieldText(lang).organisation, (await teamsKept(db, actor)).map(team => ({ value: team.id, words: team.name })),
        [mend.values['organisation'] ?? ''].flat()[0] ?? '', mend.problems.find(problem => problem.field === 'organisation')?.reason)}${
      field(lang, makeRosterInput, 'name', mend)}${field(lang, makeRosterInput, 'onCall', mend)}<div class="field"><button class="btn full">${t.make}</button></div></form>`)
}
