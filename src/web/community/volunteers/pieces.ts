// Pieces of a volunteer's file that both he and whoever checks him see.
import { LICENSED, type VolunteerFile } from '#modules/volunteers/public.ts'
import { qualificationText, skillText } from '#text/skills.ts'
import { volunteerPageText, weekdayText } from '#text/volunteer-pages.ts'
import { creditText } from '#text/volunteers.ts'
import { listed, type Lang } from '#kit/phrase.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type Skill = VolunteerFile['skills'][number]
type Licence = VolunteerFile['qualifications'][number]
type Credit = VolunteerFile['credits'][number]

/** The skills, each with how it stands and what `more` can be done. */
export function skillRows({ lang }: Visit, skills: readonly Skill[], more: (skill: Skill) => Html): Html {
  const t = volunteerPageText(lang)
  const standing = (skill: Skill) => {
    if (skill.refused_why !== null) return html`<span class="badge alarm">${t.notTaken(skill.refused_why)}</span>`
    if (!skill.licensed && needsLicence(skill.skill)) return html`<span class="badge sun">${t.needsLicence}</span>`
    if (!skill.counts) return html`<span class="badge sun">${t.needsInsurance}</span>`
    return skill.approved ? html`<span class="badge leaf">${t.onList}</span>` : html`<span class="badge">${t.waits}</span>`
  }
  return html`<ul class="card flush list">${skills.map(skill => html`<li><span class="grow"><b class="row-title">${skillName(lang, skill.skill)}</b> ${
    standing(skill)}${skill.note && html`<span class="row-meta">${skill.note}</span>`}</span>${more(skill)}</li>`)}</ul>`
}

function skillName(lang: Lang, key: string): string {
  return isKey(skillText.pairs, key) ? skillText(lang)[key] : key
}

function needsLicence(key: string): boolean {
  return LICENSED.some(skill => skill === key)
}

/** The licences with their pictures, and what `more` can be done. */
export function licenceRows(visit: Visit, licences: readonly Licence[], today: string, more: (licence: Licence) => Html): Html {
  const { lang, community } = visit
  const t = volunteerPageText(lang)
  const standing = ({ refused_why: why, checked, valid_until: until }: Licence) => {
    if (why !== null) return html`<span class="badge alarm">${t.notTaken(why)}</span>`
    if (until !== null && until < today) return html`<span class="badge alarm">${t.over}</span>`
    return checked ? html`<span class="badge leaf">${t.checked}</span>` : html`<span class="badge">${t.waits}</span>`
  }
  return html`<ul class="card flush list">${licences.map(licence => html`<li><span class="grow"><b class="row-title">${
    isKey(qualificationText.pairs, licence.kind) ? qualificationText(lang)[licence.kind] : licence.kind}</b> ${standing(licence)}<span class="row-meta">${
    dotted(t.endsWith(licence.number_end), licence.valid_until !== null && t.validTo(day(lang, licence.valid_until)),
      html`<a href="/${community.slug}/volunteers/licences/${licence.id}">${t.seePhoto}</a>`)}</span></span>${more(licence)}</li>`)}</ul>`
}

/** Insurances, the latest first. */
export function insurancePart({ lang }: Visit, policies: VolunteerFile['policies'], more: Html = nothing): Html {
  const t = volunteerPageText(lang)
  return html`<section>${head(t.insurance)}${policies.length === 0 ? html`<p class="dim sm">${t.noInsurance}</p>` : html`<ul class="card flush list">${policies.map(policy =>
    html`<li><span class="grow"><b class="row-title">${policy.insurer}</b><span class="row-meta">${
      dotted(t.endsWith(policy.number_end), `${day(lang, policy.since)} – ${day(lang, policy.until)}`)}</span></span></li>`)}</ul>`}${more}</section>`
}

/** Training and awards, and what `more` can be done with each. */
export function creditsPart({ lang }: Visit, credits: readonly Credit[], more: (credit: Credit) => Html, below: Html = nothing): Html {
  const t = volunteerPageText(lang)
  return html`<section>${head(t.credits)}${credits.length === 0 ? html`<p class="dim sm">${t.noCredits}</p>` : html`<ul class="card flush list">${credits.map(credit =>
    html`<li><span class="grow"><b class="row-title">${credit.struck ? html`<s>${credit.what}</s> <span class="badge">${t.struckOut}</span>` : credit.what}</b><span class="row-meta">${
      dotted(creditText(lang)[credit.kind], day(lang, credit.given_on), credit.minutes > 0 && t.minutes(credit.minutes), credit.given_by)}</span></span>${
      more(credit)}</li>`)}</ul><p class="xs dim">${t.record}</p>`}${below}</section>`
}

/** When, where and how often, in words. */
export function arranged(lang: Lang, file: Pick<VolunteerFile, 'times' | 'places' | 'most_a_week' | 'away_until'>): Html {
  const t = volunteerPageText(lang)
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const times = file.times.map(({ weekday, from_minute: from, until_minute: until }) => `${weekdayText(lang)[weekday as 1]} ${clock(from)}–${clock(until)}`)
  return html`<ul class="card facts sm"><li>${times.length === 0 ? t.anyTime : listed(lang, times)}</li><li>${
    file.places.length === 0 ? t.everywhere : listed(lang, file.places.map(({ label }) => label))}</li><li>${t.most(file.most_a_week)}</li>${
    file.away_until !== null && html`<li>${t.away(day(lang, file.away_until))}</li>`}</ul>`
}

function isKey<Pairs extends object>(pairs: Pairs, key: string): key is Extract<keyof Pairs, string> {
  return Object.hasOwn(pairs, key)
}
