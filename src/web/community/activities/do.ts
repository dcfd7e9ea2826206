// Takes every form of an activity: done, it leads back to the page where it stood; else that page comes back with what is to be mended.
import { NotFound } from '#kit/errors.ts'
import { activitiesText } from '#text/activities.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, type Page, type Submit, type Visit } from '#web/visit.ts'
import * as activity from './activity.ts'
import { addressOf, type Sent } from './around.ts'
import { DEEDS, isDeed, type Deed } from './deeds.ts'
import * as here from './here.ts'
import * as run from './run.ts'

const PAGES: Readonly<Record<Deed['page'], (visit: Visit, sent: Sent) => ReturnType<Page>>> = { activity: activity.shown, here: here.shown, run: run.shown }

/** POST /:community/activities/:id/do/:deed */
export const send: Submit = sent => {
  const name = sent.params['deed'] ?? ''
  if (!isDeed(name)) throw new NotFound(lang => activitiesText(lang).notHere)
  const { page, send } = DEEDS[name]
  return orAgain(sent, async () => {
    const answer = await send(sent)
    const done = answer['waiting'] === true ? 'waiting' : name
    return goTo(`${addressOf(sent, idIn(sent))}${page === 'activity' ? '' : `/${page}`}?done=${done}`)
  }, mend => visit => PAGES[page](visit, { deed: name, mend }), { field: 'code' })
}
