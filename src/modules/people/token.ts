// The key of a program: how it looks, what it may be for. Pure.
import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a key may be limited to: the first part of the names of actions and questions. */
export const TOKEN_MODULES = [
  'councils', 'matters', 'plans', 'sharing', 'opinions', 'polls', 'decisions', 'elections', 'volunteers', 'duty', 'hours', 'calls', 'orders', 'activities', 'errands', 'places', 'people', 'roster', 'services', 'calendars', 'clocks', 'methods', 'bill', 'notices', 'moderation', 'record', 'hooks',
] as const
export type TokenModule = (typeof TOKEN_MODULES)[number]

/** read: look at everything that the person may see; some: look and act in the named modules; all: whatever the person may. */
export const TOKEN_SCOPES = ['read', 'some', 'all'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

const PREFIX = 'linju_'
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM = 40
const SUM = 6
const PRINT = 12

/** Made like no other word, so that whoever searches files for lost keys finds it: linju_, 40 random characters (238 bits), 6 of CRC-32. */
export function newToken(): string {
  const body = PREFIX + Array.from({ length: RANDOM }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return body + sumOf(body)
}

/** Whether it can be a key of ours at all; tells a slip of the hand from a key that was ended. */
export function isToken(text: string): boolean {
  return /^linju_[0-9A-Za-z]{46}$/u.test(text) && sumOf(text.slice(0, -SUM)) === text.slice(-SUM)
}

/** All that is stored of a key: SHA-256 in hex. It is random, so nobody finds it by trying. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The name of a key in the journal and on its person's page: the first 48 bits of its hash. */
export function printOfToken(hash: string): string {
  return hash.slice(0, PRINT)
}

function sumOf(body: string): string {
  let rest = crc32(body)
  let text = ''
  for (let i = 0; i < SUM; i++) {
    text = LETTERS.charAt(rest % LETTERS.length) + text
    rest = Math.floor(rest / LETTERS.length)
  }
  return text
}
