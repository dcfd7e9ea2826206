// What CI runs: types, lint, then every test, from the quickest to the slowest. Ends at the first that fails.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '#test/browser.ts'
import { makeSnapshot } from '#test/snapshot.ts'

const STEPS: { name: string, command: string, args: string[] }[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings', '--max-warnings=0'] },
  { name: 'laws', command: 'node', args: ['--test', 'test/laws/'] },
  { name: 'units and stories', command: 'node', args: ['--test', '--test-concurrency=3', ...globSync('src/**/*.test.ts'), ...globSync('test/stories/*.test.ts'), ...globSync('test/simulate/*/*.test.ts')] },
  { name: 'locks', command: 'node', args: ['--test', '--test-concurrency=2', ...globSync('test/locks/*.test.ts')] },
  { name: 'browser stories', command: 'node', args: ['--test', '--test-concurrency=2', ...globSync('test/browser/*.test.ts')] },
]

await ensureBrowser()
audit()
const snapshot = await mkdtemp(join(tmpdir(), 'linju-snapshot-'))
process.on('exit', () => rmSync(snapshot, { recursive: true, force: true }))
for (const { name, command, args } of STEPS) {
  const from = Date.now()
  console.log(`\n▸ ${name}`)
  if (name === 'laws') await makeSnapshot(snapshot)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, LINJU_TEST_SNAPSHOT: snapshot } })
  console.log(`▸ ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - from) / 1000).toFixed(1)} s`)
  if (status !== 0) process.exit(1)
}

// Known holes in what runs end the check. A registry that keeps no list of them can say nothing; then so do we.
function audit(): void {
  const { status, stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { encoding: 'utf8' })
  const report = JSON.parse(stdout || '{}') as { metadata?: unknown }
  if (!report.metadata) return console.log('\n▸ audit: NOT DONE, the registry answered no advisories')
  console.log(`\n▸ audit: ${status === 0 ? 'passed' : `FAILED\n${stdout}`}`)
  if (status !== 0) process.exit(1)
}

// Where there is no browser, Debian's is installed if we may: it has Chinese fonts. Otherwise the one that npm brought does.
async function ensureBrowser(): Promise<void> {
  if (findBrowser() || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  console.log('▸ installing chromium and fonts for the browser stories')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
