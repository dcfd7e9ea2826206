// The actions that programs may call, by name.
import { z } from 'zod'
import {
  acceptHandling, acceptMatter, arriveAt, forgetLessons, goFrom, joinIn, stayAway, addChecklist, addHandler, addHomes, addTask, answerPoll, answerQuestion, askResident, attachPhotos,
  closeMatter, dropFilter, endHandler, finishTask, followMatter, giveBackMatter, handOnMatter, linkMatters, mergeMatter, moveMatter, noteInside,
  pauseMatter, publishPlan, raiseMatter, rateMatter, recordDecision, renameMatter, reopenMatter, replyToMatter, resumeMatter,
  retireTemplate, routeMatter, saveFilter, saveTemplate, sayHeld, setPrivate, settleHome, setUrgent, spend, splitMatter, startPoll, strikeCost,
  urgeMatter, withdrawMatter,
  appealJudgement, askChange, changeOwn, commentOnMatter, hideCase, makePrivate, releaseCase, reportThing,
} from '#modules/matters/public.ts'
import { rebuildClocks, setCalendar } from '#modules/clocks/public.ts'
import { addWord, endWord } from '#modules/moderation/public.ts'
import { publishMethod } from '#modules/methods/public.ts'
import { decideSuggestion, publishVersion, suggest, supportSuggestion } from '#modules/plans/public.ts'
import { agreeOnSharing, answerObjection, changeSharing, enterReadings, makeBill, sayOnSharing, signAgreement, startSharing } from '#modules/sharing/public.ts'
import {
  chooseNotices, endChannel, giveMail, markRead, muteMatter, removeDevice, retryDelivery, stopMail, testChannel, unmuteMatter,
} from '#modules/notices/public.ts'
import {
  appoint, correctMyself, endMandate, endPost, eraseMyself, giveConsent, invite, recordMandate, registerPerson, withdrawConsent,
} from '#modules/people/public.ts'
import { castOpinion, closeConversation, judgeStatement, openConversation, suggestStatement } from '#modules/opinions/public.ts'
import {
  addAddendum, addSeat, addSessionTask, addTopic, answerInvitation, answerSession, arriveAtSession, askSession, askToSpeak, cancelSession, changeCouncil, convene, dropTopic, endSeat,
  endSession, finishMinutes, finishSessionTask, foundCouncil, giveFloor, inviteToSession, keepMinutes, moveSession, openSession, raisePoint, signMinutes, tickSeat, writePoint,
} from '#modules/councils/public.ts'
import { callOffPoll, castBallot, openPoll } from '#modules/polls/public.ts'
import {
  announceDecision, answerObjection as answerOwner, castAtDoor, castBallot as castVote, castByMandate, draftDecision, dropDecision, freezeRoll, keepRules, objectToDecision,
  postResult, putQuestion, readPaper, recordBallotMandate, recordDelivery, recordPosting, settleHome as settleVoter,
} from '#modules/decisions/public.ts'
import { addHappening, callOff, changeHappening, importHappenings } from '#modules/calendars/public.ts'
import * as elections from '#modules/elections/public.ts'
import { addService, changeService, retireService } from '#modules/services/public.ts'
import { addBuildings, addThing, importRoster, moveIn, moveOut, setPoint } from '#modules/roster/public.ts'
import { decisionFieldText } from '#text/api-decisions.ts'
import { callable, count, id, LONG, SHORT, withPhoto, type Callable } from './callable.ts'
import { HELP_ACTIONS } from './help-actions.ts'

const inWords = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof decisionFieldText.pairs) => schema.meta({ label: lang => decisionFieldText(lang)[key] })
const [receipt, ballot] = [inWords(z.string(), 'receipt'), inWords(id, 'ballot')]
const BALLOT = { ballot, receipt }
const PAPER = { state: inWords(z.enum(['waits', 'differs', 'counted']), 'state'), ballot: inWords(id.nullable(), 'ballot') }

const IMPORTED = {
  places: count, homes: count, homesChanged: count, grids: count, gridsLaid: count, people: count, peopleChanged: count,
  ties: count, tiesChanged: count, posts: count, postsChanged: count, leftOut: count,
}

/** In the order of the modules. */
export const ACTIONS: readonly Callable[] = [
  callable(invite), callable(appoint), callable(endPost), callable(registerPerson), callable(recordMandate), callable(endMandate),
  callable(giveConsent), callable(withdrawConsent), callable(correctMyself), callable(eraseMyself),
  callable(importRoster, IMPORTED, LONG), callable(addBuildings, { places: count, homes: count }),
  callable(addThing, { code: z.string() }), callable(moveIn, { person: id }), callable(moveOut), callable(setPoint),
  callable(raiseMatter, { receipt: z.string(), held: z.literal(true).optional() }), callable(followMatter), callable(moveMatter),
  callable(withdrawMatter), callable(acceptMatter), callable(giveBackMatter), callable(handOnMatter), callable(askResident),
  callable(answerQuestion), callable(pauseMatter), callable(resumeMatter), callable(urgeMatter), callable(replyToMatter),
  callable(noteInside), callable(routeMatter), callable(setUrgent), callable(setPrivate), callable(rateMatter),
  callable(closeMatter, { dossier: z.string() }), callable(reopenMatter, { receipt: z.string() }), callable(sayHeld),
  callable(acceptHandling), callable(addChecklist), callable(addHandler), callable(addHomes, { homes: count }),
  callable(addTask, { task: id }), callable(answerPoll), callable(attachPhotos), callable(endHandler), callable(finishTask),
  callable(linkMatters), callable(mergeMatter, { into: id }), callable(publishPlan), callable(publishVersion, { version: count }),
  callable(suggest, { suggestion: id, held: z.literal(true).optional() }), callable(supportSuggestion), callable(decideSuggestion),
  callable(startSharing, { sharing: id, homes: count }), callable(changeSharing), callable(enterReadings, { readings: count }, LONG),
  callable(sayOnSharing, { objection: id.optional(), held: z.literal(true).optional() }), callable(answerObjection),
  callable(agreeOnSharing, { agreement: id, hash: z.string() }), callable(signAgreement), callable(makeBill, { bill: id }),
  callable(recordDecision), callable(renameMatter), callable(retireTemplate), callable(saveTemplate), callable(settleHome),
  callable(spend, { cost: id }), callable(splitMatter), callable(startPoll, { poll: id }), callable(strikeCost), callable(saveFilter),
  callable(dropFilter), callable(publishMethod, { version: count }), callable(forgetLessons), callable(joinIn), callable(stayAway),
  callable(arriveAt), callable(goFrom, { minutes: count }), callable(setCalendar), callable(rebuildClocks), callable(addService),
  callable(changeService), callable(retireService), callable(openConversation), callable(castOpinion),
  callable(suggestStatement, { statement: id }), callable(judgeStatement), callable(closeConversation), callable(foundCouncil),
  callable(changeCouncil), callable(addSeat, { seat: id }), callable(endSeat), callable(convene, { invited: count }),
  callable(moveSession), callable(cancelSession), callable(inviteToSession, { seat: id }), callable(answerInvitation),
  callable(addTopic, { topic: id }), callable(dropTopic), callable(openSession), callable(endSession), callable(tickSeat),
  callable(arriveAtSession), callable(askToSpeak), callable(giveFloor),
  callable(askSession, { question: id, held: z.literal(true).optional() }), callable(answerSession),
  callable(keepMinutes, { version: count }), callable(addSessionTask, { task: id }), callable(finishSessionTask),
  callable(writePoint, { point: id }), callable(raisePoint), callable(finishMinutes, { hash: z.string() }), callable(signMinutes),
  callable(addAddendum, { addendum: id }), callable(openPoll, { asked: count }), callable(castBallot, { receipt: z.string() }),
  callable(callOffPoll), callable(draftDecision), callable(putQuestion), callable(keepRules, { flags: inWords(count, 'flags') }),
  callable(settleVoter), callable(freezeRoll, { voters: inWords(count, 'voters') }), callable(announceDecision), callable(dropDecision),
  callable(objectToDecision, { objection: inWords(id, 'objection') }), callable(answerOwner), callable(castVote, BALLOT),
  callable(castByMandate, BALLOT), withPhoto(callable(castAtDoor, BALLOT)), withPhoto(callable(readPaper, PAPER)),
  withPhoto(callable(recordBallotMandate, { mandate: inWords(id, 'mandate') })),
  withPhoto(callable(recordDelivery, { delivery: inWords(id, 'delivery') })),
  withPhoto(callable(recordPosting, { posting: inWords(id, 'posting') })), callable(postResult), callable(elections.requestElection),
  callable(elections.backElection), callable(elections.formGroup), callable(elections.writeDraft, { version: count }),
  callable(elections.recommendCandidate, { candidate: id }), callable(elections.standForElection, { candidate: id }),
  callable(elections.withdrawCandidate), callable(elections.checkCandidate), callable(elections.postElection),
  callable(elections.objectToElection, { objection: id, held: z.literal(true).optional() }), callable(elections.answerElectionObjection),
  callable(elections.linkSession), callable(elections.putElectionToVote, { decision: id }),
  callable(elections.takeElectionResult, { elected: count, spare: count }), callable(elections.meetFirst),
  callable(elections.tickElectionPaper), callable(elections.fileElection), callable(elections.addElectionItem, { item: id }),
  callable(elections.tickElectionItem), callable(elections.stopElection), callable(elections.keepElectionDesk),
  callable(elections.askElection, { question: id, held: z.literal(true).optional() }), callable(elections.answerElectionQuestion),
  callable(elections.writeElectionFaq, { question: id }), callable(elections.assignCanvasser), callable(elections.unassignCanvasser),
  callable(elections.recordElectionVisit, { visit: id }), callable(elections.leaveCommittee, { movesUp: id.nullable() }),
  callable(elections.chooseChair), callable(elections.moveRecall, { recall: id }), callable(elections.backRecall),
  callable(elections.voteOnRecall, { decision: id }), callable(elections.visitHome, { visit: id }), callable(elections.raiseVisit),
  callable(elections.callCommitteeMeeting, { meeting: id }), callable(elections.keepCommitteeMeeting),
  callable(elections.signCommitteeMeeting), callable(addHappening), callable(changeHappening), callable(callOff),
  callable(importHappenings, { added: count, changed: count }, LONG), callable(markRead, { read: count, matter: id.nullable() }),
  callable(muteMatter), callable(unmuteMatter), callable(chooseNotices), callable(giveMail), callable(stopMail), callable(endChannel),
  callable(testChannel), callable(retryDelivery), callable(removeDevice),
  callable(commentOnMatter, { note: id, held: z.literal(true).optional() }), callable(reportThing), callable(changeOwn),
  callable(appealJudgement), callable(releaseCase), callable(hideCase), callable(askChange), callable(makePrivate), callable(addWord),
  callable(endWord),
  ...HELP_ACTIONS,
]

const byName = new Map(ACTIONS.map(act => [act.name, act]))

/** The longest body that is taken at this address, in bytes. */
export function bodyAt(path: string): number {
  return actionNamed(path.replace(/^\/api\//u, ''))?.most ?? SHORT
}

/** The action of this name, or undefined. */
export function actionNamed(name: string): Callable | undefined {
  return byName.get(name)
}
