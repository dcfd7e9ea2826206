// One call: how long until somebody answered, who comes, what the reader can do, whom it reached, and its course.
import { cameLately, helperIn, isCallers, needOf } from '#modules/calls/public.ts'
import { oneCallText } from '#text/call-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note, toast } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { acts, youToo } from './acts.ts'
import { after } from './after.ts'
import { emergency, needWord, styles } from './around.ts'
import { course } from './course.ts'
import { desk } from './desk.ts'
import { knownNotes } from './known.ts'
import { ringsPart } from './rings.ts'
import { sceneOf, type Digits, type Scene } from './scene.ts'
import { standing } from './standing.ts'

const LATELY = { hours: 30 * 24 }

/** GET /:community/help/:id; `?code=` shows it to whoever called without an account. */
export const page = (digits: Digits): Page => visit => shown(visit, visit.url.searchParams.get('code') ?? '', EMPTY, digits)

/** The page, with what is to be mended in one of its forms. At most six statements. */
export async function shown(visit: Visit, code: string, mend: Mend, digits: Digits): Promise<Html> {
  const scene = await sceneOf(visit, idIn(visit), code, mend, digits)
  const { lang, community } = visit
  const { call } = scene.shown
  const health = needOf(call.need).health === true
  return framed(visit, {
    title: oneCallText(lang).title(needWord(lang, call.need)), current: 'help', back: `/${community.slug}/help`,
    live: `calls/${call.id}${scene.code && `&code=${encodeURIComponent(scene.code)}`}`,
  }, html`${styles}${done(visit)}${health && !call.ended_at ? emergency(visit) : nothing}
<div class="cols"><div>${standing(scene, acts(scene))}${receipt(scene)}${call.ended_at ? nothing : await knownNotes(visit, call.place, call.need)}${youToo(scene, await lately(scene))}${call.ended_at ? after(scene) : nothing}${ringsPart(scene)}${course(scene)}</div>
<div>${note('alarm', 'warn', oneCallText(lang).safety)}${await desk(scene)}${call.ended_at ? nothing : after(scene)}</div></div>`)
}

function done({ lang, url }: Visit): Html {
  const t = oneCallText(lang)
  const what = url.searchParams.get('done')
  return what === 'made' ? toast(t.made) : what === 'act' ? toast(t.saved) : nothing
}

function receipt({ visit: { lang }, code }: Scene): Html {
  const t = oneCallText(lang)
  return code ? html`<section class="slip center"><p class="sm">${t.receipt}</p><p class="dim xs">${t.receiptCode}</p><p><code class="receipt-code">${code.replace(/(.{4})(?=.)/gu, '$1 ')}</code></p></section>` : nothing
}

async function lately({ visit: { db, actor, now }, shown: { call } }: Scene): Promise<number> {
  if (actor.personId === null || isCallers(actor, call) || helperIn(actor, call)) return 0
  return cameLately(db, actor.personId, now.subtract(LATELY))
}
