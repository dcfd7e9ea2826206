// How time stands for a matter, as a chip: the clock of its step, and of the whole way where that is the tighter one.
import { left, standing, type Calendar, type Clock } from '#modules/clocks/public.ts'
import type { matterById } from '#modules/matters/public.ts'
import { whoText } from '#text/matter-page.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { clock as chip } from '#web/parts/steps.ts'
import type { Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>

/** The chips of the open clocks; nothing where no clock runs. */
export function timeLeft({ lang, now }: Visit, matter: Shown, clocks: readonly Clock[], calendar: Calendar): Html {
  const why = matter.rules.waits_for_resident ? whoText(lang).waits : matter.rules.pause_reason ?? ''
  const one = (clock: Clock) => chip(standing(clock, now, calendar), left(lang, clock, now, calendar, why))
  const open = clocks.filter(clock => !clock.endedAt)
  const step = open.find(clock => clock.name === matter.step)
  const whole = open.find(clock => clock.name === 'whole')
  if (!step) return whole ? one(whole) : nothing
  return html`${one(step)}${whole?.dueAt && html`<span class="dim sm">${whoText(lang).whole} ${left(lang, whole, now, calendar, why)}</span>`}`
}
