// Everything that can be done in an election by a form: the act, its fields in order, what there is to choose from, and where one comes out.
import type { Action, Answer } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import * as elections from '#modules/elections/public.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import type { Sent } from '#web/visit.ts'
import type { z } from 'zod'

/** What a field offers to choose from; `rows` are the lines of a group or of motions. */
export type Choice = 'people' | 'buildings' | 'spots' | 'elected' | 'seated' | 'sessions' | 'conditions'
export interface Chosen {
  readonly name: string
  readonly from: Choice
  readonly many?: true
}

/** A deed. `of` is the field that the address names (?of=12); `rows` are lines with these fields each; `back` is the page one comes from. */
export interface Deed {
  readonly summary: Said
  readonly schema: z.ZodObject
  readonly fields: readonly (string | Chosen)[]
  readonly of?: string
  readonly rows?: 'members' | 'motions'
  readonly back: '' | 'desk' | 'map' | 'term' | 'heard'
  readonly refuse: (actor: Actor, election: elections.Election) => Said | null
  readonly send: (sent: Sent, input: Readonly<Record<string, unknown>>) => Promise<Answer>
}

type Layout = Pick<Deed, 'fields' | 'refuse'> & Partial<Pick<Deed, 'of' | 'rows' | 'back'>>

function deed<Schema extends z.ZodObject, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, layout: Layout): Deed {
  return { back: '', ...layout, summary: act.summary, schema: act.input, send: (sent, input) => sent.act(act, input) }
}

const person: Chosen = { name: 'person', from: 'people' }
const { mayNotInElection: mayNot } = elections

/** By the name of the act without its module. */
export const DEEDS = {
  back: deed(elections.backElection, { fields: [], refuse: mayNot.back }),
  enterBacker: deed(elections.backElection, { fields: [person], refuse: mayNot.enter }),
  formGroup: deed(elections.formGroup, { fields: ['on', { name: 'lead', from: 'people' }], rows: 'members', refuse: mayNot.form }),
  writeDraft: deed(elections.writeDraft, { fields: ['kind', 'text'], refuse: mayNot.prepare }),
  recommend: deed(elections.recommendCandidate, { fields: [person, 'found', 'about', 'agreed'], refuse: mayNot.recommend }),
  stand: deed(elections.standForElection, { fields: ['about'], refuse: mayNot.stand }),
  withdraw: deed(elections.withdrawCandidate, { fields: [], of: 'candidate', refuse: (actor, election) => mayNot.form(actor, election) === null ? null : mayNot.stand(actor, election) }),
  checkCandidate: deed(elections.checkCandidate, { fields: [{ name: 'met', from: 'conditions', many: true }], of: 'candidate', refuse: mayNot.prepare }),
  post: deed(elections.postElection, { fields: ['what', { name: 'place', from: 'spots' }, 'on'], refuse: mayNot.post }),
  object: deed(elections.objectToElection, { fields: ['about', 'text'], refuse: mayNot.object }),
  answerObjection: deed(elections.answerElectionObjection, { fields: ['how', 'answer'], of: 'objection', refuse: mayNot.answer }),
  linkSession: deed(elections.linkSession, { fields: [{ name: 'session', from: 'sessions' }], refuse: mayNot.prepare }),
  putToVote: deed(elections.putElectionToVote, { fields: ['seats', 'months', 'secret'], refuse: mayNot.putToVote }),
  takeResult: deed(elections.takeElectionResult, { fields: [], refuse: mayNot.takeResult }),
  meetFirst: deed(elections.meetFirst, {
    fields: ['on', { name: 'present', from: 'elected', many: true }, { name: 'chair', from: 'elected' }, { name: 'deputies', from: 'elected', many: true }, 'yes'], refuse: mayNot.meet,
  }),
  tickPaper: deed(elections.tickElectionPaper, { fields: ['paper', 'ready'], refuse: mayNot.settle }),
  file: deed(elections.fileElection, { fields: ['on', 'number'], refuse: mayNot.settle }),
  addItem: deed(elections.addElectionItem, { fields: ['what', 'from'], refuse: mayNot.settle }),
  tickItem: deed(elections.tickElectionItem, { fields: ['side'], of: 'item', refuse: mayNot.settle }),
  stop: deed(elections.stopElection, { fields: ['reason'], refuse: mayNot.stop }),
  keepDesk: deed(elections.keepElectionDesk, { fields: ['hotline', 'hours'], back: 'desk', refuse: mayNot.keep }),
  ask: deed(elections.askElection, { fields: ['text'], back: 'desk', refuse: mayNot.ask }),
  answerQuestion: deed(elections.answerElectionQuestion, { fields: ['how', 'answer'], of: 'question', back: 'desk', refuse: mayNot.answer }),
  writeFaq: deed(elections.writeElectionFaq, { fields: ['text', 'answer'], back: 'desk', refuse: mayNot.answer }),
  assign: deed(elections.assignCanvasser, { fields: [{ name: 'building', from: 'buildings' }, person], back: 'map', refuse: mayNot.keep }),
  unassign: deed(elections.unassignCanvasser, { fields: [{ name: 'building', from: 'buildings' }, person], back: 'map', refuse: mayNot.keep }),
  // Who canvasses which building is settled by the act itself.
  visit: deed(elections.recordElectionVisit, { fields: ['how', 'reached', 'on'], of: 'home', back: 'map', refuse: signedOut }),
  leave: deed(elections.leaveCommittee, { fields: ['why', 'on'], of: 'member', back: 'term', refuse: (actor, election) =>
    election.members.some(one => one.person === actor.personId && one.until === null) ? mayNot.resign(election) : mayNot.leave(actor, election) }),
  chooseChair: deed(elections.chooseChair, { fields: ['on', { name: 'chair', from: 'seated' }, 'present', 'yes'], back: 'term', refuse: mayNot.settle }),
  moveRecall: deed(elections.moveRecall, { fields: ['reason'], of: 'member', back: 'term', refuse: mayNot.recall }),
  backRecall: deed(elections.backRecall, { fields: [], of: 'recall', back: 'term', refuse: mayNot.recall }),
  voteRecall: deed(elections.voteOnRecall, { fields: [], of: 'recall', back: 'term', refuse: mayNot.leave }),
  visitHome: deed(elections.visitHome, { fields: ['on', 'note'], of: 'home', back: 'heard', refuse: mayNot.sit }),
  raiseVisit: deed(elections.raiseVisit, { fields: [], of: 'visit', back: 'heard', refuse: mayNot.sit }),
  callMeeting: deed(elections.callCommitteeMeeting, { fields: ['on', 'agenda', 'special'], back: 'term', refuse: mayNot.sit }),
  keepMeeting: deed(elections.keepCommitteeMeeting, { fields: ['present', 'minutes'], of: 'meeting', rows: 'motions', back: 'term', refuse: mayNot.sit }),
  signMeeting: deed(elections.signCommitteeMeeting, { fields: [], of: 'meeting', back: 'term', refuse: mayNot.sit }),
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS

/** Whether there is a deed of this name. */
export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(DEEDS, name)
}
