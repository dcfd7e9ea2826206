// Where it is: by a place's number or printed code, by an address in words, or by a position.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { findPlace, latitude, longitude, nearestPlace, placeByCode, placeById, type Place, type Point } from '#modules/places/public.ts'
import { placeText } from '#text/places.ts'
import { open311Text } from '#text/open311.ts'
import { wrong } from './asked.ts'

/** What was sent; '' where nothing was. */
export interface Location {
  addressId: string
  address: string
  lat: string
  long: string
}

/** The place, and the address where it could not be read and must be kept in words. */
export interface Found {
  place: Place
  unread: string
}

/** A position counts for the nearest place within so many metres. */
const FARTHEST = 500

/** The place that is meant: the most exact thing that was sent decides. Throws Invalid with what to do. */
export async function placeMeant(db: Reader, location: Location): Promise<Found> {
  const { addressId, address, lat, long } = location
  if (addressId !== '') return { place: await placeNamed(db, addressId), unread: '' }
  const point = pointIn(lat, long)
  if (address !== '') {
    const { place, complete, read } = await findPlace(db, address)
    if (place && complete) return { place, unread: '' }
    // A home that is not here must not become a public matter of the whole building.
    if (point === null || read.room) throw wrong('address_string', lang => open311Text(lang).addressUnknown(place?.label ?? null))
  }
  if (point === null) throw wrong('address_string', lang => open311Text(lang).noLocation)
  return { place: await placeAt(db, point), unread: address }
}

// A code can happen to be all digits, so a number that no place has is looked for among the codes.
async function placeNamed(db: Reader, id: string): Promise<Place> {
  const looks = [
    ...(/^\d{1,15}$/u.test(id) ? [() => placeById(db, Number(id))] : []),
    ...(/^[0-9A-Z]{4,12}$/iu.test(id) ? [() => placeByCode(db, id.toUpperCase())] : []),
  ]
  for (const look of looks) {
    const place = await look().catch(nowhere)
    if (place) return place
  }
  throw wrong('address_id', lang => placeText(lang).notHere)
}

function nowhere(problem: unknown): null {
  if (problem instanceof NotFound) return null
  throw problem
}

function pointIn(lat: string, long: string): Point | null {
  if (lat === '' && long === '') return null
  const [north, east] = [latitude.safeParse(lat), longitude.safeParse(long)]
  if (!north.success || !east.success) throw wrong(north.success ? 'long' : 'lat', lang => open311Text(lang).badPoint)
  return { latitude: north.data, longitude: east.data }
}

async function placeAt(db: Reader, point: Point): Promise<Place> {
  const near = await nearestPlace(db, point)
  if (!near) throw wrong('lat', lang => open311Text(lang).noPoints)
  const { metres, ...place } = near
  if (metres > FARTHEST) throw wrong('lat', lang => open311Text(lang).tooFar(near.label, FARTHEST))
  return place
}
