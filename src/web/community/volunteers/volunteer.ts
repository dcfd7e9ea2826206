// One volunteer, for whoever checks him; he himself and his guardian come to their own page.
import { today } from '#modules/communities/public.ts'
import { fileToCheck, minorsOf, volunteerOf, type VolunteerFile } from '#modules/volunteers/public.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { volunteerText } from '#text/volunteers.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { goTo, type Page, type Visit } from '#web/visit.ts'
import { doButton, doLink } from './button.ts'
import { arranged, creditsPart, insurancePart, licenceRows, skillRows } from './pieces.ts'

/** GET /:community/volunteers/:id */
export const page: Page = async visit => {
  const { db, actor, community, now, lang, url } = visit
  const day = today(community, now)
  const id = idIn(visit)
  if (actor.personId !== null && await isOwn(visit, actor.personId, id)) return goTo(`/${community.slug}/volunteers/me`)
  const file = await fileToCheck(db, actor, id, day)
  return framed(visit, { title: file.name, narrow: true, back: `/${community.slug}/volunteers/check` }, html`${url.searchParams.has('done') ? toast(volunteerPageText(lang).done) : nothing}${
    file.about && html`<p>${file.about}</p>`}${minorPart(visit, file)}${skillsPart(visit, file)}${licencesPart(visit, file, day)}${restPart(visit, file)}`)
}

async function isOwn({ db }: Visit, personId: number, id: number): Promise<boolean> {
  return (await volunteerOf(db, personId))?.id === id || (await minorsOf(db, personId)).some(minor => minor.id === id)
}

function minorPart(visit: Visit, file: VolunteerFile): Html {
  const t = volunteerPageText(visit.lang)
  if (file.age === 'adult') return nothing
  const agreed = file.guardian_agreed_at !== null
  return html`<section>${head(t.guardian)}${note(agreed ? '' : 'sun', agreed ? 'check' : 'clock', agreed ? t.guardianAgreed(file.guardian ?? t.guardianPaper) : t.waitsGuardian)}<div class="row wrap">${
    agreed ? nothing : doButton(visit, 'answerGuardian', { id: file.id, yes: true }, t.paperKept)}${doLink(visit, 'setAge', { id: file.id, age: file.age }, t.setAge)}</div></section>`
}

function skillsPart(visit: Visit, file: VolunteerFile): Html {
  const t = volunteerPageText(visit.lang)
  if (file.skills.length === 0) return nothing
  return html`<section>${head(volunteerText(visit.lang).skills)}${skillRows(visit, file.skills, skill =>
    judge(visit, 'approveSkill', { id: file.id, skill: skill.skill }, skill.approved ? null : t.yes))}</section>`
}

function licencesPart(visit: Visit, file: VolunteerFile, day: string): Html {
  const t = volunteerPageText(visit.lang)
  if (file.qualifications.length === 0) return nothing
  return html`<section>${head(t.licences)}${licenceRows(visit, file.qualifications, day, licence =>
    licence.checked ? nothing : judge(visit, 'checkQualification', { id: licence.id }, t.holds))}</section>`
}

// Yes is one tap; no wants a reason.
function judge(visit: Visit, name: 'approveSkill' | 'checkQualification', brought: Readonly<Record<string, string | number>>, yes: string | null): Html {
  const t = volunteerPageText(visit.lang)
  return html`<div class="row">${yes === null ? nothing : doButton(visit, name, { ...brought, yes: true }, yes)}${doLink(visit, name, { ...brought, yes: false }, t.no, 'b-text sm')}</div>`
}

function restPart(visit: Visit, file: VolunteerFile): Html {
  const { lang } = visit
  const t = volunteerPageText(lang)
  const { id } = file
  return html`<section>${head(t.when)}${arranged(lang, file)}</section>
${insurancePart(visit, file.policies, html`<p class="gap">${doLink(visit, 'recordInsurance', { id }, t.recordInsurance, 'full b-line')}</p>`)}
${creditsPart(visit, file.credits, credit => html`${credit.asked !== null && html`<span class="sm">${t.heSays(credit.asked)}</span>`}${
    doLink(visit, 'correctCredit', { id: credit.id, what: credit.what, on: credit.given_on, minutes: credit.minutes, by: credit.given_by }, t.correct)}`,
  html`<p class="gap">${doLink(visit, 'enterCredit', { id }, t.enterCredit, 'full b-line')}</p>`)}`
}
