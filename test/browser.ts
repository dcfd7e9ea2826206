// The browser for tests and screenshots: an installed Chromium, or the one that npm brought (which has no Chinese fonts).
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** Where an installed Chromium is, or null. CHROMIUM names another. */
export function findBrowser(): string | null {
  return [process.env['CHROMIUM'] ?? '', ...PLACES].find(path => path !== '' && existsSync(path)) ?? null
}

/** Starts the browser. */
export async function openBrowser(): Promise<Browser> {
  const installed = findBrowser()
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS })
  const { default: carried } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await carried.executablePath(), args: [...carried.args, ...ARGUMENTS] })
}
