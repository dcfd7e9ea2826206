// How a person wants pages to look: kept in a cookie, so that it works without an account and without script.
import type { Lang } from '#kit/phrase.ts'

export interface Look {
  readonly mode: 'plain' | 'elder'
  readonly size: 1 | 2 | 3
  readonly theme: 'auto' | 'light' | 'dark'
}

export const PLAIN: Look = { mode: 'plain', size: 1, theme: 'auto' }

/** Reads what `lookCookie` wrote; anything else looks plain. */
export function lookFrom(cookie: string | undefined): Look {
  const [mode, size, theme] = (cookie ?? '').split('.')
  return {
    mode: mode === 'elder' ? 'elder' : 'plain',
    size: size === '2' ? 2 : size === '3' ? 3 : 1,
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
  }
}

/** The cookie's value. */
export function lookCookie(look: Look): string {
  return `${look.mode}.${look.size}.${look.theme}`
}

/** The reader's language: as chosen, else the browser's first that we speak, else Chinese. */
export function langFrom(chosen: string | undefined, accepted: string | undefined): Lang {
  if (chosen === 'zh' || chosen === 'en') return chosen
  const first = (accepted ?? '').toLowerCase().match(/\b(zh|en)\b/u)?.[1]
  return first === 'en' ? 'en' : 'zh'
}
