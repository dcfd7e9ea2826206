// What the pages of errands share: how one is named and when it is.
import { standsAs, type ErrandKind, KINDS, type ErrandListed } from '#modules/errands/public.ts'
import type { Lang } from '#kit/phrase.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { errandKindText } from '#text/errands.ts'
import { dotted, html, icon, type Html, type Icon } from '#web/parts/html.ts'
import type { Row } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

type When = Pick<ErrandListed, 'from_at' | 'until_at' | 'made_at'>

/** The kind in words; one that is no more in the list is something else. */
export function kindSaid(lang: Lang, kind: string): string {
  return errandKindText(lang)[isKind(kind) ? kind : 'other']
}

function isKind(kind: string): kind is ErrandKind {
  return KINDS.some(known => known === kind)
}

/** 18:30 前, or 17:00 到 18:30; with the day where it is not today. */
export function whenSaid({ lang, now, community: { time_zone } }: Pick<Visit, 'lang' | 'now' | 'community'>, { from_at, until_at, made_at }: When): string {
  const t = errandPageText(lang)
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(time_zone).toPlainDate()
  const clock = (at: Temporal.Instant) => at.toZonedDateTimeISO(time_zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const said = (at: Temporal.Instant) => dayOf(at).equals(dayOf(now)) ? clock(at) : dayAndTime(lang, at, time_zone)
  if (Temporal.Instant.compare(from_at, made_at) <= 0) return t.by(said(until_at))
  return t.between(said(from_at), dayOf(from_at).equals(dayOf(until_at)) ? clock(until_at) : said(until_at))
}

/** How it stands, as a chip. */
export function chip({ lang, now }: Pick<Visit, 'lang' | 'now'>, errand: Pick<ErrandListed, 'side' | 'standing' | 'taken_by' | 'finished_at' | 'until_at' | 'ended_how'>): Html {
  const t = errandPageText(lang)
  if (errand.ended_how === null && errand.standing !== 'shown') return badge('sun', 'clock', errand.standing === 'hidden' ? t.hidden : t.waiting)
  const stands = standsAs(errand, now)
  switch (stands) {
    case 'open': return errand.side === 'ask' ? badge('sea', 'clock', t.open) : badge('leaf', 'check', t.offers)
    case 'taken': return badge('leaf', 'check', t.taken)
    case 'finished': return badge('leaf', 'check', t.finished)
    case 'done': return badge('done', 'check', t.done)
    case 'past': return badge('', 'clock', t.pastTime)
    default: return badge('', 'close', t[stands])
  }
}

function badge(tone: string, name: Icon, words: string): Html {
  return html`<span class="badge${tone && ` ${tone}`}">${icon(name)}${words}</span>`
}

/** One line of a list; with how it stands where that differs from line to line. */
export function rowOf(visit: Visit, errand: ErrandListed, withChip = false): Row {
  const { lang, community } = visit
  const t = errandPageText(lang)
  const kind = kindSaid(lang, errand.kind)
  const left = (errand.room ?? 0) - errand.along
  return {
    href: `/${community.slug}/errands/${errand.id}`, title: errand.text ?? kind, icon: errand.side === 'ask' ? 'raise' : 'volunteer',
    tone: errand.side === 'ask' ? 'brick' : 'leaf',
    meta: dotted(withChip && chip(visit, errand), errand.text !== null && kind, whenSaid(visit, errand), !withChip && errand.where, errand.side === 'offer' && (left > 0 ? t.room(left) : t.full),
      errand.in_return !== null && t.inReturn(kindSaid(lang, errand.in_return))),
  }
}
