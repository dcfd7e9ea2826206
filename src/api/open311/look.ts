// What can be asked: discovery, services and what they ask, and how reports stand.
import { NotFound } from '#kit/errors.ts'
import { firstAnswer } from '#kit/journal.ts'
import { listed } from '#kit/phrase.ts'
import { communities, type Community } from '#modules/communities/public.ts'
import { raiseMatter, serviceRequests, type ServiceRequestsAsked } from '#modules/matters/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { matterText } from '#text/matters.ts'
import { open311Text } from '#text/open311.ts'
import type { House } from '../../house.ts'
import { isRequestKey, jurisdiction, type Asking } from './asked.ts'
import { callerIn } from './caller.ts'
import { discovery } from './discovery.ts'
import type { Root, Told } from './formats.ts'
import { askedFor, serviceRequest } from './requests.ts'
import { serviceDefinition, serviceList, serviceOf } from './services.ts'

/** Every address that answers a question, the outermost element of its answer, and who answers. */
export const LOOKS: readonly (readonly [path: string, root: Root, look: (house: House, asking: Asking) => Promise<Told>])[] = [
  ['/discovery.xml', 'discovery', discovered], ['/discovery.json', 'discovery', discovered],
  ['/services.xml', 'services', services], ['/services.json', 'services', services],
  ['/services/:file', 'service_definition', service],
  ['/requests.xml', 'service_requests', requests], ['/requests.json', 'service_requests', requests],
  ['/requests/:file', 'service_requests', request],
  ['/tokens/:file', 'service_requests', token],
]

async function discovered({ database, publicUrl }: House, { lang }: Asking): Promise<Told> {
  const all = await communities(database.commons)
  return discovery(lang, publicUrl, all.every(community => community.demo))
}

async function services(house: House, { lang, query }: Asking): Promise<Told> {
  await jurisdiction(house, query('jurisdiction_id')[0])
  return serviceList(lang)
}

async function service(house: House, { lang, query, name }: Asking): Promise<Told> {
  await jurisdiction(house, query('jurisdiction_id')[0])
  const found = serviceOf(name)
  if (!found) throw new NotFound(lang => open311Text(lang).noService(listed(lang, CATEGORIES)))
  return serviceDefinition(lang, found)
}

async function requests(house: House, asking: Asking): Promise<Told> {
  const community = await jurisdiction(house, asking.query('jurisdiction_id')[0])
  const { asked, limit, offset } = askedFor(asking.query, house.clock())
  return matters(house, asking, community, asked, { limit, offset })
}

async function request(house: House, asking: Asking): Promise<Told> {
  const community = await jurisdiction(house, asking.query('jurisdiction_id')[0])
  const id = /^\d{1,15}$/u.test(asking.name) ? Number(asking.name) : 0
  const found = await matters(house, asking, community, { ids: [id] }, { limit: 1, offset: 0 })
  if (found.length === 0) throw new NotFound(lang => matterText(lang).notHere)
  return found
}

async function matters(
  house: House, { lang, calling }: Asking, community: Community, asked: ServiceRequestsAsked, part: { limit: number, offset: number },
): Promise<Told[]> {
  const who = await callerIn(community, calling)
  const found = await house.database.look(community.id, async db => serviceRequests(db, await who.find(db), asked, part))
  return found.map(matter => serviceRequest(lang, community, house.publicUrl, matter))
}

// Numbers are given at once, so nobody needs a token; but a report that was sent with a request key is found again by that key.
async function token(house: House, { query, name }: Asking): Promise<Told> {
  const community = await jurisdiction(house, query('jurisdiction_id')[0])
  const first = isRequestKey(name) ? await house.database.look(community.id, db => firstAnswer(db, name)) : undefined
  if (first?.action !== raiseMatter.name) throw new NotFound(lang => open311Text(lang).noToken)
  // What that action answers.
  const { id } = first.answer as { id: number }
  return [{ service_request_id: String(id), token: name }]
}
