// How time stands for a matter in a list: one chip.
import { left, standing, type Calendar } from '#modules/clocks/public.ts'
import type { Waiting } from '#modules/matters/public.ts'
import { whoText } from '#text/matter-page.ts'
import { queueText } from '#text/queue.ts'
import { html, type Html } from '#web/parts/html.ts'
import { clock as chip } from '#web/parts/steps.ts'
import type { Visit } from '#web/visit.ts'

/** The chip of the clock that is due first; a matter that is paused says why. */
export function timeOf({ lang, now }: Pick<Visit, 'lang' | 'now'>, { clock, waits_for_resident, pause_reason }: Waiting, calendar: Calendar): Html {
  const why = waits_for_resident ? whoText(lang).waits : shortened(pause_reason ?? '')
  return clock ? chip(standing(clock, now, calendar), left(lang, clock, now, calendar, why)) : html`<span class="dim sm">${why || queueText(lang).noClock}</span>`
}

function shortened(why: string): string {
  const characters = [...why]
  return characters.length <= REASON ? why : `${characters.slice(0, REASON - 1).join('')}…`
}

// As much of a reason as fits into a chip; the whole one stands on the matter's page.
const REASON = 24

/** The moment at which today ends where the community is. */
export function dayEnds({ now, community }: Pick<Visit, 'now' | 'community'>): Temporal.Instant {
  return now.toZonedDateTimeISO(community.time_zone).startOfDay().add({ days: 1 }).toInstant()
}
