// A position on the earth, and which places may have one. Pure.
import { z } from 'zod'
import type { PlaceKind } from '#db/tables.ts'

/** Degrees of WGS-84 (EPSG 4326), at most six decimals: a tenth of a metre. */
export interface Point {
  latitude: number
  longitude: number
}

/** What may have a point: never a home, which would tell where somebody lives. */
export const WITH_POINT: readonly PlaceKind[] = ['estate', 'building']

/** A latitude as a form or a program gives it, as text or number. */
export const latitude = degrees(90)

/** A longitude likewise. */
export const longitude = degrees(180)

const DECIMALS = 1e6

function degrees(most: number) {
  const typed = z.string().trim().regex(/^[+-]?\d{1,3}(?:\.\d{1,20})?$/u).transform(Number)
  return z.union([z.number(), typed]).pipe(z.number().min(-most).max(most).transform(given => Math.round(given * DECIMALS) / DECIMALS))
}
