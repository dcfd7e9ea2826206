// 转办: choosing an organisation or one of its people, with the reason.
import { Invalid } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { candidates, handOnInput, handOnMatter, matterById, mayNot, titleOf } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { organisationText, postText } from '#text/people.ts'
import { workText } from '#text/work.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/matters/:id/hand-on */
export const page: Page = visit => form(visit, EMPTY)

/** POST /:community/matters/:id/hand-on; `to` is o12 for an organisation or p5 for a person. */
export const send: Submit = async sent => {
  const id = idIn(sent)
  try {
    await sent.act(handOnMatter, { id, ...whom(typed(sent.form, 'to')), note: typed(sent.form, 'note') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => form(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/matters/${id}?done=act`)
}

/** What the value of the choice stands for. */
export function whom(to: string): { organisation?: string, person?: string } {
  if (to.startsWith('o')) return { organisation: to.slice(1) }
  return to.startsWith('p') ? { person: to.slice(1) } : {}
}

async function form(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = workText(lang)
  const matter = await matterById(db, actor, idIn(visit))
  const at = `/${community.slug}/matters/${matter.id}`
  const wrong = mend.problems.find(problem => problem.field === 'organisation' || problem.field === 'person')?.reason
  return framed(visit, { title: t.summaryHandOn, narrow: true, back: at }, html`<p class="dim sm">${matter.id} · ${matter.title ?? titleOf(matter.text)}</p>
<form class="card" method="post" action="${at}/hand-on">${errs(lang, mend)}${requestKey(mend)}${
    choose(lang, 'to', t.person, await whoThereIs(visit, matter.rules.place), String(mend.values['to'] ?? ''), wrong)}${field(lang, handOnInput, 'note', mend)}
<div class="field">${buttonOrWhy(lang, matterPageText(lang).send, mayNot.handle(actor, matter.rules))}</div></form>`)
}

/** Each organisation, followed by its people. */
export async function whoThereIs({ lang, db, community, now }: Visit, place: { id: number, estate_id: number | null }) {
  const organisations = await candidates(db, place, today(community, now))
  return organisations.flatMap(organisation => [
    { value: `o${organisation.id}`, words: `${organisation.name}（${organisationText(lang)[organisation.kind]}）` },
    ...organisation.people.map(person => ({ value: `p${person.id}`, words: `　${person.name} · ${postText(lang)[person.kind as 'secretary']}` })),
  ])
}
