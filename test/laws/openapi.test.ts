// The document of the API is right by an established linter, complete in both languages, and what is made from it is fresh.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { clientTypes, TYPES } from '../../bin/client.ts'
import { ACTIONS } from '../../src/api/actions.ts'
import { openApi } from '../../src/api/openapi/document.ts'

const ROOT = new URL('../../', import.meta.url)

/** Actions that programs cannot call, and why. An exception that is no longer needed fails. */
const NOT_FOR_PROGRAMS: Readonly<Record<string, string>> = {
  'communities.found': 'the first start of an installation, with its one-time link',
  'people.join': 'needs a code that was sent to a phone at the same moment',
  'people.linkAccount': 'sign-in does it',
  'people.correctPhone': 'needs a code that was sent to the new phone',
  'people.issueToken': 'a key that makes keys would live for ever; the page shows a new one once',
  'people.endToken': 'the page of the keys',
  'people.noteToken': 'the door does it itself',
  'people.readOutbox': 'the codes are shown on the page alone',
  'people.breakGlass': 'the phones are shown on the page alone, to somebody who has read who will be told',
  'people.lookAgain': 'the phones are shown on the page alone',
  'people.tellOpening': 'done by the clock',
  'people.judgeOpening': 'judged by a person who reads why, on the page',
  'people.unmask': 'the number is shown on the page alone, once',
  'matters.readPhone': 'the number is shown on the page alone, once',
  'matters.addPhoto': 'a photo comes as a file, not as JSON',
  'hours.export': 'the file goes out with the answer of its page',
  'roster.export': 'the file goes out with the answer of its page',
  'notices.addChannel': 'the page looks first where the address lies',
  'notices.addDevice': 'only a browser has such an address',
  'notices.confirmMail': 'the link in the mail does it',
  'hooks.make': 'the secret is shown on the page alone, once',
  'hooks.end': 'the page of the programs that report',
  'hooks.noteReport': 'the door for reports does it itself',
  'calendars.openAddress': 'the secret address is shown on the page alone',
  'calendars.closeAddress': 'the page of the secret address',
  'opinions.draw': 'by the clock', 'opinions.finish': 'by the clock',
  'councils.remind': 'by the clock', 'councils.tellMissed': 'by the clock',
  'duty.remind': 'by the clock', 'duty.offer': 'by the clock', 'duty.alarm': 'by the clock', 'duty.release': 'by the clock', 'duty.sweepNotes': 'by the clock',
  'orders.planAhead': 'by the clock', 'orders.passOn': 'by the clock', 'orders.remind': 'by the clock', 'orders.confirmDue': 'by the clock', 'orders.forget': 'by the clock',
  'activities.moveUp': 'by the clock', 'activities.remind': 'by the clock',
  'calls.readPhone': 'the number is shown on the page alone, once', 'calls.readHelperPhone': 'the number is shown on the page alone, once', 'calls.widen': 'by the clock', 'calls.forget': 'by the clock',
  'errands.widen': 'by the clock', 'errands.end': 'by the clock', 'errands.forget': 'by the clock', 'errands.proposeSwap': 'by the clock',
  'volunteers.remindQualification': 'by the clock', 'volunteers.forgetNumbers': 'by the clock',
  'polls.close': 'by the clock', 'elections.remind': 'by the clock', 'elections.endSold': 'by the clock',
  'decisions.open': 'by the clock', 'decisions.close': 'by the clock', 'decisions.remind': 'by the clock', 'decisions.reportDamage': 'by the clock',
  'record.audit': 'by the clock', 'record.seal': 'by the clock',
  'record.export': 'the file goes out with the answer of its page',
  'people.forgetDue': 'by the clock', 'matters.appear': 'by the clock', 'matters.remind': 'by the clock',
  'matters.askAgain': 'by the clock', 'matters.sweepPhotos': 'by the clock', 'clocks.ring': 'by the clock',
  'notices.claimDeliveries': 'by the clock',
  'notices.gather': 'by the clock', 'notices.recordDeliveries': 'by the clock', 'notices.spread': 'by the clock',
  'notices.sweepDeliveries': 'by the clock',
}

async function actionsOfModules(): Promise<string[]> {
  const names = new Set<string>()
  for (const file of globSync('src/modules/*/*.ts', { cwd: ROOT.pathname }).filter(file => !file.endsWith('.test.ts'))) {
    for (const [, name = ''] of readFileSync(new URL(file, ROOT), 'utf8').matchAll(/= action\(\{\s*name: '([^']+)'/g)) names.add(name)
  }
  return [...names]
}

/** The path to every field, parameter, answer and header that lacks its words in one language. */
function silent(part: unknown, path: string, kind: 'field' | 'other' = 'other'): string[] {
  if (typeof part !== 'object' || part === null || path.endsWith('/examples')) return []
  const speaks = 'description' in part && ('x-zh' in part || 'x-en' in part)
  return [...kind === 'field' && !speaks ? [path] : [], ...Object.entries(part).flatMap(([key, inner]) =>
    key === 'default' || key === 'x-choices' ? [] : silent(inner, `${path}/${key}`,
      /\/(?:properties|parameters|headers|responses)$/.test(path) && !('$ref' in Object(inner)) ? 'field' : 'other'))]
}

describe('the document of the API', () => {
  for (const lang of ['en', 'zh'] as const) {
    // The examples are checked too: the linter compares each with its schema.
    test(`has no fault by the rules of its linter, in ${lang}`, async () => {
      const problems = await lintFromString({ source: JSON.stringify(openApi(lang)),
        config: await createConfig({ extends: ['recommended-strict'] }) })
      assert.deepEqual(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`), [])
    })
  }

  test('says in both languages what every operation, field, parameter and answer is', () => {
    const { paths, components: { securitySchemes: _schemes, ...components } } = openApi('en')
    const all = silent({ paths, components }, '')
    assert.deepEqual(all.slice(0, 20), [], 'src/text/api-fields-*.ts, or .meta({ label }) of the field')
    const nameless = Object.values(openApi('zh').paths).flatMap(({ get, post }) => [get, post]).filter(one => one
      && (!one.summary || !one['x-en']))
    assert.deepEqual(nameless, [])
  })

  test('sorts every operation under a part that it describes', () => {
    const { paths, tags } = openApi('en')
    const used = new Set(Object.values(paths).flatMap(({ get, post }) => [get, post].flatMap(one => one?.tags ?? [])))
    assert.deepEqual([...used].toSorted(), tags.map(({ name }) => name).toSorted())
  })

  test('holds every action of the modules, but those that programs cannot call', async () => {
    const callable = new Set(ACTIONS.map(act => act.name))
    const missing = (await actionsOfModules()).filter(name => !callable.has(name as `${string}.${string}`))
    assert.deepEqual(missing.toSorted(), Object.keys(NOT_FOR_PROGRAMS).toSorted(), 'src/api/actions.ts, or NOT_FOR_PROGRAMS with a reason')
  })
})

test('the types of the client are what the document says', async () => {
  assert.equal(readFileSync(TYPES, 'utf8'), await clientTypes(openApi('en')), 'run: npm run client')
})
