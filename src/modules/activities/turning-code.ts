// 轮换码: six digits on a screen at the place, new every half minute, so that a photo of them is of no use at home.
import { createHash } from 'node:crypto'

/** How long one code stands, in seconds. */
export const TURN_SECONDS = 30

/** Makes the code of a subject, which only this installation can (kit/secrets: HMAC-SHA256). */
export type Receipt = (subject: string) => string

/** The activity and the moment whose code is meant. */
export interface Turn {
  readonly community: number
  readonly activity: number
  readonly now: Temporal.Instant
}

/** The six digits that stand on the screen now. */
export function digitsNow(receipt: Receipt, turn: Turn): string {
  return digitsAt(receipt, turn, turnOf(turn.now))
}

/** Whether these are the digits of now, or those of the half minute before: typing takes a while. */
export function areDigitsNow(receipt: Receipt, turn: Turn, digits: string): boolean {
  const now = turnOf(turn.now)
  return [now, now - 1].some(number => digitsAt(receipt, turn, number) === digits)
}

/** Whole seconds until the digits change. */
export function secondsLeft(now: Temporal.Instant): number {
  return TURN_SECONDS - Math.floor(now.epochMilliseconds / 1000) % TURN_SECONDS
}

function turnOf(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000 / TURN_SECONDS)
}

// Forty-eight bits of the receipt's hash: so many that a million divides them almost evenly.
function digitsAt(receipt: Receipt, { community, activity }: Turn, turn: number): string {
  const made = createHash('sha256').update(receipt(`check-in ${community} ${activity} ${turn}`)).digest()
  return String(made.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
