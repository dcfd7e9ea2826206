// 我的志愿服务: everything that one's own, to be changed at any time.
import { today } from '#modules/communities/public.ts'
import { minorsOf, ownFile, teams, waitsForGuardian, type VolunteerFile } from '#modules/volunteers/public.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note, toast } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { goTo, type Page, type Visit } from '#web/visit.ts'
import { doButton, doLink } from './button.ts'
import { joinForm } from './join-form.ts'
import { arranged, creditsPart, insurancePart, licenceRows, skillRows } from './pieces.ts'
import { photoPart } from './photo.ts'

/** GET /:community/volunteers/me. `open` opens a sealed number: only those that were left for the visitor himself. */
export function page(open: (sealed: string) => string): Page {
  return async visit => {
    const { lang, db, actor, community, now, url } = visit
    if (actor.personId === null) return goTo(`/sign-in?community=${community.slug}`)
    const t = volunteerPageText(lang)
    const day = today(community, now)
    const file = await ownFile(db, actor.personId, day)
    const children = childrenPart(visit, await minorsOf(db, actor.personId))
    const done = url.searchParams.has('done') ? toast(t.done) : nothing
    const own = file ? await parts(visit, file, day, open) : joinForm(visit)
    return framed(visit, { title: t.mine, narrow: true, back: `/${community.slug}/volunteers` }, html`${done}${children}${own}`)
  }
}

async function parts(visit: Visit, file: VolunteerFile, day: string, open: (sealed: string) => string): Promise<Html> {
  const { lang, db, community } = visit
  const t = volunteerPageText(lang)
  const at = `/${community.slug}/volunteers`
  const mine = (await teams(db, day)).filter(team => file.teams.includes(team.id))
  return html`${callBacks(visit, file, open)}${guardianPart(visit, file)}
<section>${head(t.mySkills)}${file.skills.length > 0 && skillRows(visit, file.skills, skill => doButton(visit, 'dropSkill', { skill: skill.skill }, t.dropSkill))}
<p class="gap">${doLink(visit, 'offerSkill', {}, t.addSkill, 'full b-line')}</p></section>
<section>${head(t.arrange)}${arranged(lang, file)}<p class="gap"><a class="btn full b-line" href="${at}/arrange">${t.arrangeChange}</a></p></section>
${photoPart(visit, file)}
<section>${head(t.licences)}<p class="sm dim">${t.licencesWhy}</p>${file.qualifications.length > 0 && licenceRows(visit, file.qualifications, day,
    licence => doButton(visit, 'dropQualification', { id: licence.id }, t.dropSkill))}
<p class="gap"><a class="btn full b-line" href="${at}/licence">${t.addLicence}</a></p></section>
${file.age === 'adult' ? cardPart(visit, file) : nothing}
<section>${head(t.myTeams)}${mine.length > 0 ? list(mine.map(team => ({ href: `/${community.slug}/teams/${team.id}`, title: team.name, icon: 'volunteer', tone: 'leaf' }))) : html`<p class="dim sm">${t.noOwnTeam}</p>`}</section>
${insurancePart(visit, file.policies)}
${creditsPart(visit, file.credits, credit => credit.asked === null ? doLink(visit, 'askCorrection', { id: credit.id }, t.wrong) : html`<span class="sm dim">${t.youAsked(credit.asked)}</span>`)}
<details class="gap"><summary>${t.leave}</summary><p class="sm dim">${t.leaveWhy}</p>${doButton(visit, 'leave', {}, t.leave, 'full b-line')}</details>`
}

function callBacks(visit: Visit, { callBacks: waiting }: VolunteerFile, open: (sealed: string) => string): Html {
  const { lang, community } = visit
  const t = volunteerPageText(lang)
  if (waiting.length === 0) return nothing
  return html`<section>${head(t.callBacks)}<ul class="card flush list">${waiting.map(({ id, asked_at: at, phone_sealed: sealed }) => {
    const phone = local(open(sealed ?? ''))
    return html`<li><span class="grow"><a class="row-title num" href="tel:${phone}">${phone}</a><span class="row-meta">${
      t.asked(dayAndTime(lang, Temporal.Instant.from(at), community.time_zone))}</span></span>${doButton(visit, 'answerCallBack', { id, answer: 'called' }, t.called, 'sm')}${
      doButton(visit, 'answerCallBack', { id, answer: 'cannot' }, t.cannot)}</li>`
  })}</ul></section>`
}

function guardianPart(visit: Visit, file: VolunteerFile): Html {
  const { lang } = visit
  const t = volunteerPageText(lang)
  if (file.age === 'adult') return nothing
  if (!waitsForGuardian(file)) return html`<section>${head(t.guardian)}${note('', 'check', t.guardianAgreed(file.guardian ?? t.guardianPaper))}</section>`
  return html`<section>${head(t.guardian)}${note('sun', 'clock', file.guardian === null ? t.youngWhy : t.guardianWaits(file.guardian))}
<p>${doLink(visit, 'nameGuardian', {}, t.askGuardian, 'full')}</p></section>`
}

function childrenPart(visit: Visit, children: Awaited<ReturnType<typeof minorsOf>>): Html {
  const t = volunteerPageText(visit.lang)
  return html`${children.map(({ id, name, guardian_agreed_at: agreed }) => html`<section class="card"><p><b>${agreed ? t.childServes(name) : t.childAsks(name)}</b></p><div class="row wrap">${
    agreed ? nothing : doButton(visit, 'answerGuardian', { id, yes: true }, t.agree, 'sm')}${doButton(visit, 'answerGuardian', { id, yes: false }, t.notAgree)}</div></section>`)}`
}

function cardPart(visit: Visit, { card }: VolunteerFile): Html {
  const { lang, community } = visit
  const t = volunteerPageText(lang)
  const at = `/${community.slug}`
  if (!card) return html`<section>${head(t.card)}<p class="sm dim">${t.cardWhy}</p><p class="gap">${doLink(visit, 'makeCard', {}, t.makeCard, 'full b-line')}</p></section>`
  return html`<section>${head(t.card)}<div class="card"><p><b>${card.offers}</b><br><span class="sm dim">${dotted(t.hours(card.hours), html`<a href="${at}/card/${card.code}">${t.seeCard}</a>`)}</span></p>
<p class="gap"><a class="btn full b-line" href="${at}/volunteers/cards">${t.printCards}</a></p><div class="row wrap gap">${doLink(visit, 'makeCard', { offers: card.offers, hours: card.hours }, t.newCard)}${
    doButton(visit, 'endCard', {}, t.endCard)}</div></div></section>`
}
