// What a good form about hours sends.
import { to, type Form } from './form.ts'
import type { Trial } from './samples.ts'
import { ownTeam } from './served.ts'

const typed = (trial: Trial) => ({
  project: String(trial.at.hoursProject), date: '2026-11-19', from: '10:00', until: '11:00', content: '陪老人看病', served: '1', people: `#${trial.at.worker} 60`, place: '', quality: '',
})
const idOf = (trial: Trial, name: 'hoursWaiting' | 'hoursCorrection' | 'hoursCounted' | 'hoursProject') => ({ id: String(trial.at[name]) })

/** The forms. */
export const HOURS_FORMS: Readonly<Record<string, Form>> = {
  '/:community/hours/record': to('hours.record', '/hours/record', typed),
  '/:community/hours/record (amend)': to('hours.amend', '/hours/record', trial => ({ ...typed(trial), ...idOf(trial, 'hoursWaiting') })),
  '/:community/hours/approve': to('hours.approve', '/hours/approve', trial => idOf(trial, 'hoursWaiting')),
  '/:community/hours/refuse': to('hours.refuse', '/hours/refuse', trial => ({ ...idOf(trial, 'hoursWaiting'), why: '时间不对' })),
  '/:community/hours/corrections': to('hours.answerCorrection', '/hours/corrections', trial => ({ ...idOf(trial, 'hoursCorrection'), granted: 'yes', answer: '' })),
  '/:community/hours/export': to('hours.export', '/hours/export', trial => ({ whose: trial.who.posts.some(post => post.kind === 'team_leader') ? String(ownTeam(trial)) : 'community', as: 'csv' })),
  '/:community/hours/projects': to('hours.addProject', '/hours/projects', () => ({ name: '给大家理发', class: 'volunteer', team: '', since: '' })),
  '/:community/hours/projects/end': to('hours.endProject', '/hours/projects/end', trial => idOf(trial, 'hoursProject')),
  '/:community/hours/stars': to('hours.setStars', '/hours/stars', () => ({ hours: '1 2 3 4 5' })),
  '/:community/me/hours': to('hours.askCorrection', '/me/hours', trial => ({ ...idOf(trial, 'hoursCounted'), person: String(trial.at.raiser.personId), minutes: '30', why: '只待了半小时' })),
}
