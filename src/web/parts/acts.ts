// What somebody did, in words: the summaries of all actions, as they stand in a person's own record.
import type { Lang, Said } from '#kit/phrase.ts'
import * as activities from '#modules/activities/public.ts'
import * as calendars from '#modules/calendars/public.ts'
import * as councils from '#modules/councils/public.ts'
import * as clocks from '#modules/clocks/public.ts'
import * as decisions from '#modules/decisions/public.ts'
import * as calls from '#modules/calls/public.ts'
import * as duty from '#modules/duty/public.ts'
import * as elections from '#modules/elections/public.ts'
import * as hours from '#modules/hours/public.ts'
import * as errands from '#modules/errands/public.ts'
import * as hooks from '#modules/hooks/public.ts'
import * as matters from '#modules/matters/public.ts'
import * as moderation from '#modules/moderation/public.ts'
import * as methods from '#modules/methods/public.ts'
import * as notices from '#modules/notices/public.ts'
import * as opinions from '#modules/opinions/public.ts'
import * as orders from '#modules/orders/public.ts'
import * as people from '#modules/people/public.ts'
import * as plans from '#modules/plans/public.ts'
import * as polls from '#modules/polls/public.ts'
import * as record from '#modules/record/public.ts'
import * as services from '#modules/services/public.ts'
import * as sharing from '#modules/sharing/public.ts'
import * as volunteers from '#modules/volunteers/public.ts'
import { html, type Html } from './html.ts'

interface Act {
  name: string
  summary: Said
}

// Whatever a module gives away that has a name and a summary is an action of its own.
const acts = [people, councils, plans, sharing, services, clocks, methods, moderation, matters, opinions, polls, decisions, elections, duty, calls, errands, volunteers, orders, activities, hours, calendars, hooks, notices, record].flatMap((module): unknown[] => Object.values(module)).filter(isAct)
const summaries = new Map(acts.map(act => [act.name, act.summary]))

function isAct(given: unknown): given is Act {
  return typeof given === 'object' && given !== null && 'summary' in given && 'name' in given
}

/** The summary of an action; its name in code where people seldom meet it. */
export function actSaid(lang: Lang, name: string): Html | string {
  return summaries.get(name)?.(lang) ?? html`<code>${name}</code>`
}
