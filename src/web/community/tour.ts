// 带您走一圈: the stops of a tour through the demo, each with whom to be and what to open.
import { NotFound } from '#kit/errors.ts'
import { mattersTitled } from '#modules/matters/public.ts'
import { estates } from '#modules/places/public.ts'
import { frameText } from '#text/frame.ts'
import { tourText } from '#text/tour.ts'
import { framed } from '#web/frame.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import type { Page, Visit } from '#web/visit.ts'
import { CAST, type CastKey } from '../../demo/cast.ts'
import { TALES } from '../../demo/tales/titles.ts'

/** Whether this is the community of the demo through which the tour leads. */
export function hasTour({ demo, slug }: Visit['community']): boolean {
  return demo && slug === CAST.resident.community
}

interface Stop {
  name: string
  say: string
  /** Whose eyes to see it with. */
  as?: CastKey
  href: string
}

/** GET /:community/tour: only where the people are made up. */
export const page: Page = async visit => {
  const { lang, community, db, actor } = visit
  const t = tourText(lang)
  if (!hasTour(community)) throw new NotFound(say => frameText(say).noPage)
  const doors = await visit.demoDoors(db)
  const told = await mattersTitled(db, actor, Object.values(TALES))
  const [estate] = await estates(db)
  const stops = stopsOf(visit, new Map(told.map(matter => [matter.title, matter.id])), estate?.id ?? 0)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}` }, html`<p class="dim sm">${t.lead}</p>
<ol class="stack">${stops.map((stop, i) => shown(visit, stop, i + 1, doors))}</ol>`)
}

function stopsOf({ lang, community }: Visit, ids: ReadonlyMap<string | null, number>, estate: number): Stop[] {
  const t = tourText(lang)
  const at = `/${community.slug}`
  const tale = (key: keyof typeof TALES, name: string, say: string, as: CastKey, part = ''): Stop[] => {
    const id = ids.get(TALES[key])
    return id === undefined ? [] : [{ name, say, as, href: `${at}/matters/${id}${part}` }]
  }
  return [
    { name: t.scan, say: t.scanSay, href: `${at}/raise?place=${estate}` },
    ...tale('lamp', t.lamp, t.lampSay, 'resident'),
    ...tale('lamp', t.dossier, t.dossierSay, 'resident', '/dossier'),
    ...tale('pool', t.pool, t.poolSay, 'propertyManager'),
    ...tale('deeds', t.deeds, t.deedsSay, 'gridLeader'),
    ...tale('cleanUp', t.cleanUp, t.cleanUpSay, 'gridWorker'),
    ...tale('handOver', t.handOver, t.handOverSay, 'committeeChair', '/tasks'),
    { name: t.queue, say: t.queueSay, as: 'gridWorker', href: `${at}/day` },
    { name: t.tracking, say: t.trackingSay, href: `${at}/tracking` },
    { name: t.method, say: t.methodSay, as: 'secretary', href: `${at}/method` },
    { name: t.services, say: t.servicesSay, href: `${at}/services` },
    { name: t.bill, say: t.billSay, href: `${at}/bill` },
    { name: t.street, say: t.streetSay, href: '/street/1' },
  ]
}

function shown({ lang }: Visit, stop: Stop, number: number, doors: Awaited<ReturnType<Visit['demoDoors']>>): Html {
  const t = tourText(lang)
  const door = stop.as && doors.find(one => one.name === CAST[stop.as ?? 'resident'].name)
  return html`<li class="card"><h2><b class="tile" aria-hidden="true">${number}</b> ${stop.name}</h2><p>${stop.say}</p>
<p class="row wrap">${door && html`<a class="btn b-line sm" href="${door.href}">${icon('me')}${t.be(door.name, door.post(lang))}</a>`}<a class="btn sm" href="${stop.href}">${t.open}</a></p></li>`
}
