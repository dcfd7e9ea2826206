// The street's view over its communities: what is open, late, done and how it was rated, as counts; for everybody.
import { getCookie } from 'hono/cookie'
import type { Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { rateOf, streetCounts, streetNamed } from '#modules/matters/public.ts'
import { streetOpenings } from '#modules/people/public.ts'
import { openingText } from '#text/break-glass.ts'
import { streetText } from '#text/tracking.ts'
import { langOf } from '#web/door.ts'
import { lookFrom } from '#web/look.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { page } from '#web/parts/page.ts'
import type { Lang } from '#kit/phrase.ts'
import type { House } from '../../house.ts'

type Counted = Awaited<ReturnType<typeof streetCounts>>[number]

/** GET /street/:id: its number or its name. */
export function street(house: House): Handler {
  return async c => {
    const { commons } = house.database
    const lang = langOf(c)
    const t = streetText(lang)
    const found = await streetNamed(commons, c.req.param('id') ?? '')
    if (!found) throw new NotFound(lang => streetText(lang).notHere)
    const counted = await streetCounts(commons, found.id, house.clock())
    const opened = await streetOpenings(commons, found.id, house.clock())
    return c.html(page({
      lang, look: lookFrom(getCookie(c, 'look')), title: t.title(found.name), community: null, signedIn: false, here: `/street/${found.id}`,
      qr: `${house.publicUrl}/street/${found.id}`, back: '/',
    }, html`<p>${t.lead}</p><div class="card flush gap"><table class="tbl fold"><thead><tr><th>${t.community}</th><th class="r">${t.open}</th><th class="r">${t.late}</th><th class="r">${t.done}</th><th>${t.rate}</th></tr></thead>
<tbody>${counted.map(one => row(lang, one, html`<a href="/${one.slug}/tracking">${one.name}</a>`))}${counted.length > 1 && row(lang, sumOf(counted), html`<b>${t.sum}</b>`)}</tbody></table></div>${openedWrongly(lang, opened)}`))
  }
}

function row(lang: Lang, { open, late, done, stars }: Omit<Counted, 'slug' | 'name'>, name: Html): Html {
  const t = streetText(lang)
  const rate = rateOf(stars)
  return html`<tr><td class="t">${name}</td><td class="r" data-th="${t.open}">${open}</td><td class="r" data-th="${t.late}">${late}</td><td class="r" data-th="${t.done}">${done}</td><td data-th="${t.rate}">${
    rate ? t.rated(rate.mean, rate.count) : t.unrated}</td></tr>`
}

// Homes that were opened without need, or that nobody judged: the street answers for its communities.
function openedWrongly(lang: Lang, opened: Awaited<ReturnType<typeof streetOpenings>>): Html {
  const t = openingText(lang)
  return opened.length === 0 ? nothing : html`<section><h2>${t.streetHead}</h2><div class="card flush gap"><table class="tbl fold"><thead><tr><th>${
    streetText(lang).community}</th><th class="r">${t.streetUnjustified}</th><th class="r">${t.streetUnjudged}</th></tr></thead><tbody>${opened.map(one =>
    html`<tr><td class="t"><a href="/${one.slug}/openings">${one.name}</a></td><td class="r" data-th="${t.streetUnjustified}">${one.unjustified}</td><td class="r" data-th="${
      t.streetUnjudged}">${one.unjudged}</td></tr>`)}</tbody></table></div></section>`
}

function sumOf(counted: readonly Counted[]): Omit<Counted, 'slug' | 'name'> {
  const sum = (of: (one: Counted) => number) => counted.reduce((total, one) => total + of(one), 0)
  return { open: sum(one => one.open), late: sum(one => one.late), done: sum(one => one.done), stars: [0, 1, 2, 3, 4].map(i => sum(one => one.stars[i] ?? 0)) }
}
