// The actions that programs may call, by name.
import { z } from 'zod'
import { perform, type Action, type Answer, type Caller, type Means, type Request } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
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
import {
  chooseNotices, endChannel, giveMail, markRead, muteMatter, removeDevice, retryDelivery, stopMail, testChannel, unmuteMatter,
} from '#modules/notices/public.ts'
import {
  appoint, correctMyself, endMandate, endPost, eraseMyself, giveConsent, invite, recordMandate, registerPerson, withdrawConsent, type Actor,
} from '#modules/people/public.ts'
import { addHappening, callOff, changeHappening, importHappenings } from '#modules/calendars/public.ts'
import { addService, changeService, retireService } from '#modules/services/public.ts'
import { addBuildings, addThing, importRoster, moveIn, moveOut, setPoint } from '#modules/roster/public.ts'

/** An action whose own types no longer matter: the check is at its door. */
export interface Callable {
  readonly name: string
  readonly summary: Said
  readonly input: z.ZodType
  readonly answer: z.ZodType
  /** May be done for somebody who gave the caller a mandate. */
  readonly forOthers: boolean
  /** The longest body that is taken, in bytes. */
  readonly most: number
  call(database: Database, means: Means, who: Actor | Caller<Actor>, input: unknown, request: Request): Promise<Answer>
}

const SHORT = 256 * 1024
const LONG = 20 * 1024 * 1024

const id = z.int().nonnegative()
const count = z.int().nonnegative()

// Whatever answers more than the number of its subject says here what: the compiler asks for it.
type More<A extends Answer> = { [Field in Exclude<keyof A, 'id'>]: z.ZodType<A[Field]> }
type Told<A extends Answer> = { id: number } extends A ? [more?: Record<never, never>, most?: number] : [more: More<A>, most?: number]

function callable<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, ...[more, most = SHORT]: Told<A>): Callable {
  return {
    name: act.name,
    summary: act.summary,
    input: act.input,
    answer: z.strictObject({ id, ...more }),
    forOthers: act.forOthers === true,
    most,
    call: (database, means, who, input, request) => perform(database, means, act, who, input, request),
  }
}

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
  callable(withdrawMatter),
  callable(acceptMatter), callable(giveBackMatter), callable(handOnMatter), callable(askResident), callable(answerQuestion),
  callable(pauseMatter), callable(resumeMatter), callable(urgeMatter), callable(replyToMatter), callable(noteInside),
  callable(routeMatter), callable(setUrgent), callable(setPrivate), callable(rateMatter),
  callable(closeMatter, { dossier: z.string() }), callable(reopenMatter, { receipt: z.string() }), callable(sayHeld),
  callable(acceptHandling), callable(addChecklist), callable(addHandler), callable(addHomes, { homes: count }),
  callable(addTask, { task: id }), callable(answerPoll),
  callable(attachPhotos), callable(endHandler), callable(finishTask), callable(linkMatters), callable(mergeMatter, { into: id }),
  callable(publishPlan),
  callable(recordDecision), callable(renameMatter), callable(retireTemplate), callable(saveTemplate), callable(settleHome),
  callable(spend, { cost: id }),
  callable(splitMatter), callable(startPoll, { poll: id }), callable(strikeCost), callable(saveFilter), callable(dropFilter),
  callable(publishMethod, { version: count }), callable(forgetLessons), callable(joinIn), callable(stayAway), callable(arriveAt),
  callable(goFrom, { minutes: count }), callable(setCalendar), callable(rebuildClocks), callable(addService),
  callable(changeService), callable(retireService),
  callable(addHappening), callable(changeHappening), callable(callOff), callable(importHappenings, { added: count, changed: count }, LONG),
  callable(markRead, { read: count, matter: id.nullable() }), callable(muteMatter), callable(unmuteMatter),
  callable(chooseNotices), callable(giveMail), callable(stopMail),
  callable(endChannel), callable(testChannel), callable(retryDelivery), callable(removeDevice),
  callable(commentOnMatter, { note: id, held: z.literal(true).optional() }), callable(reportThing), callable(changeOwn), callable(appealJudgement),
  callable(releaseCase), callable(hideCase), callable(askChange), callable(makePrivate), callable(addWord), callable(endWord),
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
