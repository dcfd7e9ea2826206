// The browser for tests and screenshots: an installed Chromium, driven by playwright-core.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where an installed Chromium is, or null. CHROMIUM names another. */
export function findBrowser(): string | null {
  return [process.env['CHROMIUM'] ?? '', ...PLACES].find(path => path !== '' && existsSync(path)) ?? null
}

/** Starts the browser. Throws when there is none: browser stories are never skipped in silence. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium found: install Debian’s chromium, or set CHROMIUM to one')
  return chromium.launch({ executablePath, args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ] })
}
