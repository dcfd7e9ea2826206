// What a good form of an election sends, by the name of its deed.
import type { Form } from './form.ts'
import { ELECTION_SAMPLES } from './elected-samples.ts'
import type { Trial } from './samples.ts'

// What signed on paper (enterBacker) is the same act with other rights: it stands in the table of acts in brackets.
const DEEDS = [
  'back', 'formGroup', 'writeDraft', 'recommend', 'stand', 'withdraw', 'checkCandidate', 'post',
  'object', 'answerObjection', 'linkSession', 'putToVote', 'takeResult', 'meetFirst', 'tickPaper', 'file', 'addItem', 'tickItem', 'stop', 'keepDesk', 'ask',
  'answerQuestion', 'writeFaq', 'assign', 'unassign', 'visit', 'leave', 'chooseChair', 'moveRecall', 'backRecall', 'voteRecall', 'visitHome', 'raiseVisit', 'callMeeting', 'keepMeeting', 'signMeeting',
] as const

function input(deed: string, trial: Trial): Record<string, unknown> {
  return { ...ELECTION_SAMPLES[`elections.${deed}`]?.(trial) }
}

// Lists are fields of lines, or the first of several that are ticked.
function fields(deed: string, trial: Trial): Record<string, string> {
  const given = Object.entries(input(deed, trial)).filter(([name]) => name !== 'id')
  return Object.fromEntries(given.flatMap(([name, value]): [string, string][] => {
    if (name === 'members') return [trial.at.worker, trial.at.raiser.personId, trial.at.coOwner].flatMap((person, i): [string, string][] => [[`person-${i + 1}`, String(person)], [`party-${i + 1}`, i === 0 ? 'street' : 'owner']])
    if (Array.isArray(value)) return value.slice(0, 1).map(one => [name, String(one)])
    return [[name, String(value)]]
  }))
}

const form = (deed: string): Form => ({
  act: `elections.${deed}`, path: trial => `/shicheng/elections/${String(input(deed, trial)['id'])}/do/${deed}`, fields: trial => fields(deed, trial),
})

/** By the address as the routes have it, with the deed in brackets. */
export const ELECTION_FORMS: Readonly<Record<string, Form>> = {
  '/:community/elections/new': { act: 'elections.request', path: () => '/shicheng/elections/new', fields: trial => fields('request', trial) },
  ...Object.fromEntries(DEEDS.map(deed => [`/:community/elections/:id/do/:deed (${deed})`, form(deed)])),
}
