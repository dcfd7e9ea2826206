// One call as a line of a list: never the home for those who were only asked.
import { stateOf, type CallListed } from '#modules/calls/public.ts'
import { endText } from '#text/calls.ts'
import { helpText, oneCallText } from '#text/call-pages.ts'
import { dotted, html } from '#web/parts/html.ts'
import type { Row } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { addressOf, needWord } from './around.ts'

const TONE = { asking: 'alarm', claimed: 'sea', arrived: 'leaf', ended: 'sun' } as const

/** The line, with where it stands as its chip. */
export function callRow(visit: Pick<Visit, 'lang' | 'now' | 'community'>, { call, where }: CallListed): Row {
  const { lang, now, community } = visit
  const state = stateOf(call)
  const t = oneCallText(lang)
  return {
    href: addressOf(visit, call.id), title: needWord(lang, call.need), icon: 'help', tone: TONE[state],
    meta: dotted(where, said(lang, call.called_at, now, community.time_zone), call.helpers.length > 1 && helpText(lang).helpersGo(call.helpers.length)),
    chip: html`<span class="badge ${state === 'asking' ? 'alarm' : 'sea'}">${call.ended_how ? endText(lang)[call.ended_how] : state === 'ended' ? t.ended : t[state]}</span>`,
  }
}
