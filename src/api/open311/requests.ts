// GET requests: which matters are asked for, and each of them as the specification shows it.
import { NotFound } from '#kit/errors.ts'
import { listed, type Lang } from '#kit/phrase.ts'
import type { Community } from '#modules/communities/public.ts'
import { type ServiceRequest, type ServiceRequestsAsked } from '#modules/matters/public.ts'
import { CATEGORIES, categoryText, trackText } from '#modules/router/public.ts'
import { stepText } from '#text/matters.ts'
import { open311Text } from '#text/open311.ts'
import { wrong, type Query } from './asked.ts'
import type { Told } from './formats.ts'
import { serviceOf } from './services.ts'
import { instantOf, timeIn } from './times.ts'

/** The specification's limits: a span of 90 days, and 1000 requests at once. */
const DAYS = 90
const MOST = 1000
// PostgreSQL reads no other years without more ado, and nothing was raised then.
const [FIRST, LAST] = [Temporal.Instant.from('1970-01-01T00:00:00Z'), Temporal.Instant.from('9999-12-31T00:00:00Z')]

/** Which matters a query asks for. Throws Invalid and NotFound. */
export function askedFor(query: Query, now: Temporal.Instant): { asked: ServiceRequestsAsked, limit: number, offset: number } {
  const ids = query('service_request_id')
  if (ids.length > MOST) throw wrong('service_request_id', lang => open311Text(lang).badIds)
  if (ids.length > 0) return { asked: { ids: ids.filter(id => /^\d{1,15}$/u.test(id)).map(Number) }, limit: MOST, offset: 0 }
  const limit = whole(query, 'page_size', MOST, MOST)
  const page = whole(query, 'page', 1, 1_000_000)
  return { asked: { ...span(query, now), categories: categories(query), closed: closed(query) }, limit, offset: (page - 1) * limit }
}

function span(query: Query, now: Temporal.Instant): { from: Temporal.Instant, to: Temporal.Instant } {
  const [start, end] = [moment(query, 'start_date'), moment(query, 'end_date')]
  const ninety = { hours: DAYS * 24 }
  const from = start ?? (end ?? now).subtract(ninety)
  const to = end ?? start?.add(ninety) ?? now
  if (Temporal.Instant.compare(from.add(ninety), to) < 0) throw wrong('end_date', lang => open311Text(lang).tooLong)
  return { from: bounded(from), to: bounded(to) }
}

function moment(query: Query, name: string): Temporal.Instant | null {
  const [text] = query(name)
  if (text === undefined) return null
  const at = instantOf(text)
  if (at === null) throw wrong(name, lang => open311Text(lang).badTime)
  return at
}

function bounded(at: Temporal.Instant): Temporal.Instant {
  if (Temporal.Instant.compare(at, FIRST) < 0) return FIRST
  return Temporal.Instant.compare(at, LAST) > 0 ? LAST : at
}

function categories(query: Query): string[] {
  const codes = query('service_code')
  if (codes.some(code => serviceOf(code) === undefined)) throw new NotFound(lang => open311Text(lang).noService(listed(lang, CATEGORIES)))
  return [...codes]
}

function closed(query: Query): boolean | undefined {
  const states = new Set(query('status'))
  if ([...states].some(state => state !== 'open' && state !== 'closed')) throw wrong('status', lang => open311Text(lang).badStatus)
  return states.size === 1 ? states.has('closed') : undefined
}

function whole(query: Query, name: string, usual: number, most: number): number {
  const [text] = query(name)
  if (text === undefined) return usual
  const number = /^\d{1,9}$/u.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw wrong(name, lang => open311Text(lang).badPage)
  return number
}

/** One matter as a service request. Times are told in the community's own zone. */
export function serviceRequest(lang: Lang, community: Community, publicUrl: string, matter: ServiceRequest): Told {
  const at = (instant: Temporal.Instant | null) => timeIn(community.time_zone, instant)
  const service = serviceOf(matter.category ?? '') ?? 'other'
  const open = matter.step !== 'close'
  // A photo of what is private would be an address that nobody can open.
  const photo = matter.photo && !matter.private && matter.place_kind !== 'home' ? matter.photo : null
  return {
    service_request_id: String(matter.id),
    status: open ? 'open' : 'closed',
    status_notes: matter.reply,
    service_name: categoryText(lang)[service],
    service_code: service,
    description: matter.text,
    agency_responsible: matter.organisation,
    service_notice: matter.track && open311Text(lang).stands(trackText(lang)[matter.track], stepText(lang)[matter.step]),
    requested_datetime: at(matter.raised_at),
    updated_datetime: at(matter.updated_at),
    expected_datetime: open ? at(matter.due_at) : null,
    address: matter.label,
    address_id: String(matter.place_id),
    zipcode: null,
    lat: matter.latitude,
    long: matter.longitude,
    media_url: photo && `${publicUrl}/${community.slug}/matters/${matter.id}/photos/${photo}`,
  }
}
