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
} from '#modules/matters/public.ts'
import { rebuildClocks, setCalendar } from '#modules/clocks/public.ts'
import { publishMethod } from '#modules/methods/public.ts'
import { chooseNotices, giveMail, markRead, muteMatter, stopMail, unmuteMatter } from '#modules/notices/public.ts'
import {
  appoint, correctMyself, endMandate, endPost, eraseMyself, giveConsent, invite, recordMandate, registerPerson, withdrawConsent, type Actor,
} from '#modules/people/public.ts'
import { addService, changeService, retireService } from '#modules/services/public.ts'
import { addBuildings, addThing, importRoster, moveIn, moveOut } from '#modules/roster/public.ts'

/** An action whose own types no longer matter: the check is at its door. */
export interface Callable {
  readonly name: string
  readonly summary: Said
  readonly input: z.ZodType
  /** The longest body that is taken, in bytes. */
  readonly most: number
  call(database: Database, means: Means, who: Actor | Caller<Actor>, input: unknown, request: Request): Promise<Answer>
}

const SHORT = 256 * 1024
const LONG = 20 * 1024 * 1024

function callable<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, most = SHORT): Callable {
  return {
    name: act.name,
    summary: act.summary,
    input: act.input,
    most,
    call: (database, means, who, input, request) => perform(database, means, act, who, input, request),
  }
}

/** In the order of the modules. */
export const ACTIONS: readonly Callable[] = [
  callable(invite), callable(appoint), callable(endPost), callable(registerPerson), callable(recordMandate), callable(endMandate),
  callable(giveConsent), callable(withdrawConsent), callable(correctMyself), callable(eraseMyself),
  callable(importRoster, LONG), callable(addBuildings), callable(addThing), callable(moveIn), callable(moveOut),
  callable(raiseMatter), callable(followMatter), callable(moveMatter), callable(withdrawMatter),
  callable(acceptMatter), callable(giveBackMatter), callable(handOnMatter), callable(askResident), callable(answerQuestion),
  callable(pauseMatter), callable(resumeMatter), callable(urgeMatter), callable(replyToMatter), callable(noteInside),
  callable(routeMatter), callable(setUrgent), callable(setPrivate), callable(rateMatter), callable(closeMatter), callable(reopenMatter), callable(sayHeld),
  callable(acceptHandling), callable(addChecklist), callable(addHandler), callable(addHomes), callable(addTask), callable(answerPoll),
  callable(attachPhotos), callable(endHandler), callable(finishTask), callable(linkMatters), callable(mergeMatter), callable(publishPlan),
  callable(recordDecision), callable(renameMatter), callable(retireTemplate), callable(saveTemplate), callable(settleHome), callable(spend),
  callable(splitMatter), callable(startPoll), callable(strikeCost), callable(saveFilter), callable(dropFilter),
  callable(publishMethod), callable(forgetLessons), callable(joinIn), callable(stayAway), callable(arriveAt), callable(goFrom), callable(setCalendar), callable(rebuildClocks), callable(addService), callable(changeService), callable(retireService),
  callable(markRead), callable(muteMatter), callable(unmuteMatter), callable(chooseNotices), callable(giveMail), callable(stopMail),
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
