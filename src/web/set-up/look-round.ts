// «Look round first»: lays the demo's street into this empty installation, and shows how far it is. The page reloads itself without script.
import { getCookie } from 'hono/cookie'
import type { Context, Handler } from 'hono'
import { setUpText } from '#text/set-up.ts'
import { makeIdentities } from '../../demo/identities.ts'
import { loadDemo } from '../../demo/load.ts'
import type { House } from '../../house.ts'
import { langOf } from '#web/door.ts'
import { lookFrom } from '#web/look.ts'
import { html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { page as wholePage } from '#web/parts/page.ts'
import { goTo } from '#web/visit.ts'
import { checkEmpty, checkToken } from './gate.ts'

const SECONDS = 2

interface Loading {
  /** From 0 to 1. */
  share: number
  state: 'going' | 'done' | 'failed'
}

/** Lays the street; tells the share that is done. */
export type LayStreet = (house: House, progress: (share: number) => void) => Promise<void>

// One per installation, as long as the process lives: a street is laid once.
const loading = new WeakMap<House, Loading>()

/** POST /set-up/:token/look-round: begins and goes to the progress page. */
export function begin(house: House, lay: LayStreet = wholeStreet): Handler {
  return async c => {
    if (!loading.has(house)) {
      await checkEmpty(house, c)
      start(house, lay)
    } else checkToken(house, c)
    return goTo(new URL(c.req.url).pathname)
  }
}

/** GET /set-up/:token/look-round */
export function progress(house: House): Handler {
  return async c => {
    checkToken(house, c)
    const now = loading.get(house)
    if (!now) return goTo(new URL(c.req.url).pathname.replace(/\/look-round$/u, ''))
    if (now.state === 'done') return goTo('/')
    if (now.state === 'going') c.header('refresh', String(SECONDS))
    return c.html(progressPage(c, now))
  }
}

function start(house: House, lay: LayStreet): void {
  // Two who press at once: the second comes when this is set already.
  if (loading.has(house)) return
  const now: Loading = { share: 0, state: 'going' }
  loading.set(house, now)
  void laid(house, lay, now)
}

async function laid(house: House, lay: LayStreet, now: Loading): Promise<void> {
  try {
    await lay(house, share => { now.share = share })
    now.state = 'done'
  } catch (problem) {
    now.state = 'failed'
    house.log.error({ error: String(problem) }, 'the demo could not be laid')
  }
}

async function wholeStreet(house: House, tell: (share: number) => void): Promise<void> {
  await makeIdentities(house, await loadDemo(house, tell))
}

function progressPage(c: Context, { share, state }: Loading): Html {
  const lang = langOf(c)
  const t = setUpText(lang)
  const percent = Math.floor(share * 100)
  return wholePage({
    lang, look: lookFrom(getCookie(c, 'look')), title: t.laying, community: null, signedIn: false,
    here: new URL(c.req.url).pathname, narrow: true,
  }, state === 'failed' ? note('alarm', 'warn', t.layingFailed) : html`<div class="center laying">
<p class="num big">${percent} %</p>
<progress max="100" value="${percent}" aria-label="${t.laying}">${percent} %</progress>
<p class="gap">${t.layingSay}</p><p class="dim sm">${t.layingWait}</p></div>`)
}
