// Every page for everybody: by axe's rules, at elder mode's official sizes, from 320 to 1600 pixels, by keyboard.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { claimCallFor, makeCall } from '#modules/calls/public.ts'
import { askErrand } from '#modules/errands/public.ts'
import { aSession } from '#test/session.ts'
import { openBrowser } from '#test/browser.ts'
import { activitiesToLookAt } from '#test/activities.ts'
import { volunteersToLookAt } from '#test/volunteers.ts'
import { dutyToLookAt } from '#test/duty.ts'
import { electionToLookAt } from '#test/electing.ts'
import { ordersToLookAt } from '#test/ordering.ts'
import { pollsToLookAt } from '#test/polls.ts'
import { votesToLookAt } from '#test/votes.ts'
import { site, type Site } from '#test/site.ts'
import { TALES } from '../../src/demo/tales/titles.ts'
import { sealAll } from '../../src/jobs/record.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MODES = ['plain.1.light', 'plain.1.dark', 'elder.1.light', 'elder.3.dark'] as const

/** Pages for everybody, and pages of somebody with every right. */
const PUBLIC = ['/', '/shicheng', '/shicheng/board', '/shicheng/board?step=raise', '/shicheng/board?words=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D',
  '/shicheng/raise', '/shicheng/raise?place=1', '/shicheng/places/1', '/shicheng/matters/15', '/shicheng/posts', '/sign-in?community=shicheng', '/shicheng/join', '/nowhere']
const STAFF = ['/shicheng', '/shicheng/queue', '/shicheng/day', '/shicheng/me', '/shicheng/me/data', '/shicheng/posts', '/shicheng/people', '/shicheng/people/new', '/shicheng/outbox',
  '/shicheng/roster', '/shicheng/places/new', '/shicheng/matters/1', '/shicheng/raise?place=1', '/shicheng/codes?estate=1']

/** Pages of one matter and of those who run things; each is made of the same parts, so they are looked at in two looks. */
const OPEN: string[] = ['/shicheng/conversations', '/shicheng/tracking', '/shicheng/method', '/shicheng/services', '/shicheng/moderation-log', '/shicheng/matters/15/report', '/shicheng/bill', '/shicheng/tour', '/shicheng/calendar', '/street/1', '/shicheng/happenings', '/shicheng/open-data', '/shicheng/record', '/shicheng/matters/15/proof', '/verify', '/verify/vote', '/developers', '/developers/people', '/problems/too-often']
const WORK: string[] = ['/shicheng/conversations/new', '/shicheng/notices', '/shicheng/me/notices', '/shicheng/me/tokens', '/shicheng/channels', '/shicheng/undelivered', '/shicheng/proposals', '/shicheng/templates',
  '/shicheng/method/edit', '/shicheng/moderation', '/shicheng/moderation/words', '/shicheng/method/source', '/shicheng/calendar', '/shicheng/happenings/edit', '/shicheng/happenings/bring', '/shicheng/me/calendar', '/shicheng/openings', '/shicheng/hooks']
const PARTS = ['', '/tasks', '/costs', '/handlers', '/homes', '/poll', '/photos-after', '/plan', '/plans', '/plans/new', '/sharing', '/sharing/edit', '/sharing/readings', '/decision', '/links', '/reply', '/hand-on', '/acts/ask', '/acts/route', '/acts/private']

let here: Site
let browser: Browser
before(async () => {
  here = await site()
  await sealAll(here.house)
  const idOf = async (title: string) => String((await here.owner.query('select id from matter where title = $1', [title])).rows[0].id)
  const [lamp, pool, cleanUp] = [await idOf(TALES.lamp), await idOf(TALES.pool), await idOf(TALES.cleanUp)]
  OPEN.push(`/shicheng/matters/${lamp}`, `/shicheng/matters/${lamp}/dossier`, `/shicheng/matters/${pool}`)
  WORK.push(`/shicheng/matters/${cleanUp}`, `/shicheng/matters/${cleanUp}/joiners`, ...PARTS.map(part => `/shicheng/matters/${pool}${part}`))
  const polls = await pollsToLookAt(here)
  OPEN.push('/shicheng/polls', ...polls.flatMap(id => [`/shicheng/polls/${id}`]), `/shicheng/polls/${polls.at(-1)}/count`)
  WORK.push('/shicheng/polls/new', `/shicheng/polls/${polls[0]}`)
  const { item, order, visit: visited } = await ordersToLookAt(here)
  OPEN.push('/shicheng/menu', `/shicheng/menu/${item}`)
  WORK.push('/shicheng/menu/new', `/shicheng/menu/${item}`, `/shicheng/menu/${item}/change`, `/shicheng/menu/${item}/order`, '/shicheng/orders', '/shicheng/orders/offers', '/shicheng/orders/team',
    `/shicheng/orders/${order}`, `/shicheng/orders/${visited}`, `/shicheng/orders/${visited}/do/agree`)
  const election = await electionToLookAt(here)
  OPEN.push('/shicheng/hours', '/shicheng/hours/projects')
  WORK.push('/shicheng/hours/approve', '/shicheng/hours/record', '/shicheng/hours/projects', '/shicheng/me/hours', '/shicheng/me/hours/record')
  OPEN.push('/shicheng/elections', election, `${election}/desk`, `${election}/map`)
  WORK.push('/shicheng/elections/new', election, `${election}/map?building=${here.community.place('榕荫里 3号楼')}`, `${election}/term`, ...['formGroup', 'recommend', 'writeDraft'].map(deed => `${election}/do/${deed}`))
  const { resident } = here.people
  const { market, patrol } = await activitiesToLookAt(here)
  OPEN.push('/shicheng/activities', market, '/shicheng/activities/leaflets', '/shicheng/activities/leaflets/refund')
  WORK.push('/shicheng/activities', '/shicheng/activities/new', '/shicheng/activities/patrol', market, ...['run', 'screen', 'here'].map(part => `${market}/${part}`), patrol, `${patrol}/points`)
  const call = await here.act(makeCall, resident, { need: 'locked_out', place: resident.homes[0]?.id, text: '风把门带上了' })
  await here.act(claimCallFor, here.people.gridWorker, { id: call.id, person: here.people.doctor.personId })
  OPEN.push('/shicheng/help', '/shicheng/help/new?place=2', '/shicheng/help/new?place=2&need=ill')
  WORK.push('/shicheng/help', '/shicheng/help/new?channel=phone', '/shicheng/help/past', `/shicheng/help/print?building=${here.community.place('榕荫里 3号楼')}`, `/shicheng/help/${call.id}`)
  const errand = await here.act(askErrand, resident, { kind: 'shopping', text: '带一把青菜', until: '2026-11-21T18:00', inReturn: 'pet' })
  OPEN.push('/shicheng/errands', `/shicheng/errands/${errand.id}`)
  WORK.push('/shicheng/errands', '/shicheng/errands/new', '/shicheng/errands/import', `/shicheng/errands/${errand.id}`, `/shicheng/errands/${errand.id}/card`)
  const { volunteer, team, code } = await volunteersToLookAt(here)
  OPEN.push('/shicheng/volunteers', `/shicheng/teams/${team}`, `/shicheng/card/${code}`, '/shicheng/card/NONE')
  WORK.push('/shicheng/volunteers/me', '/shicheng/volunteers/arrange', '/shicheng/volunteers/licence', '/shicheng/volunteers/photo', '/shicheng/volunteers/check', `/shicheng/volunteers/${volunteer}`,
    `/shicheng/teams/${team}`, '/shicheng/volunteers/do/offerSkill', '/shicheng/volunteers/do/register?find=黄', `/shicheng/volunteers/do/enterCredit?id=${volunteer}`, '/shicheng/volunteers/cards')
  const { roster, turn } = await dutyToLookAt(here)
  OPEN.push('/shicheng/duty', '/shicheng/duty/map')
  WORK.push('/shicheng/duty', '/shicheng/duty/map?when=night', '/shicheng/duty/load', '/shicheng/duty/new', `/shicheng/duty/${roster}`, `/shicheng/duty/turns/${turn}`)
  const session = await aSession(here)
  OPEN.push('/shicheng/councils', session, `${session}/here`)
  WORK.push('/shicheng/councils/1', '/shicheng/councils/1/convene', '/shicheng/councils/edit?council=1', session, ...['invite', 'agenda', 'keep', 'door'].map(part => `${session}/${part}`))
  const votes = await votesToLookAt(here)
  OPEN.push('/shicheng/decisions', '/shicheng/decisions/rules', ...Object.values(votes).map(id => `/shicheng/decisions/${id}`), `/shicheng/decisions/${votes.elected}/ballots`, `/shicheng/decisions/${votes.counted}/roll`)
  WORK.push('/shicheng/decisions/new', '/shicheng/decisions/rules/edit', `/shicheng/decisions/${votes.rolled}/desk`, `/shicheng/decisions/${votes.rolled}/homes`, `/shicheng/decisions/${votes.rolled}/questions`,
    `/shicheng/decisions/${votes.counted}/ballots`, `/shicheng/decisions/${votes.counted}/sheet`, ...['', '/desk', '/door', '/door?number=30', '/papers', '/entry', '/mandates?name=苏'].map(part => `/shicheng/decisions/${votes.open}${part}`))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await here.close()
})

/** Visits pages in a look, one browser window for all; `who` signs in. */
async function visit(paths: readonly string[], look: string, width: number, who: 'secretary' | undefined, see: (page: Page, path: string) => Promise<void>, lang = 'zh'): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', bypassCSP: true, reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'look', value: look, url: here.address }, { name: 'lang', value: lang, url: here.address }])
  if (who) await here.enter(context, who)
  const page = await context.newPage()
  for (const path of paths) {
    await page.goto(here.address + path, { waitUntil: 'load' })
    await see(page, path)
  }
  await context.close()
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`) as { violations: { id: string, nodes: { target: string[], failureSummary: string }[] }[] }
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]?.trim()}`))
}

async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth') as number
  return over > 0 ? [`${over} px too wide`] : []
}

describe('axe finds nothing wrong', () => {
  for (const look of MODES) {
    for (const [paths, who] of [[PUBLIC, undefined], [STAFF, 'secretary']] as const) {
      test(`${look}, ${who ?? 'signed out'}`, () =>
        visit(paths, look, 390, who, async (page, path) => assert.deepEqual(await violations(page), [], path)))
    }
  }

  for (const look of ['plain.1.light', 'elder.3.dark']) {
    test(`${look}, what is open to everybody, and what those see who work on it`, async () => {
      const wrong: Record<string, string[]> = {}
      const see = async (page: Page, path: string) => {
        const found = [...await violations(page), ...await tooWide(page)]
        if (found.length > 0) wrong[path] = found
      }
      await visit(OPEN, look, 360, undefined, see)
      await visit(WORK, look, 360, 'secretary', see)
      assert.deepEqual(wrong, {})
    })
  }

  test('on the desktop', () =>
    visit(PUBLIC, 'plain.1.light', 1440, undefined, async (page, path) => assert.deepEqual(await violations(page), [], path)))
})

/** Text and targets smaller than they may be (MIIT 2021 No. 67); links inside a sentence and sheets for the printer excepted. Runs in the page. */
const TOO_SMALL = `({ text, target }) => {
  const seen = one => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden' && !one.closest('.vh, .skip, .qr, .a4, [hidden]')
  const own = one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
  const small = [...document.body.querySelectorAll('*')].filter(one => seen(one) && own(one) && parseFloat(getComputedStyle(one).fontSize) < text - 0.01)
  const inSentence = one => getComputedStyle(one).display === 'inline' && one.parentElement.textContent.trim() !== one.textContent.trim()
  const tight = [...document.body.querySelectorAll('a[href], button, summary, input:not([type=hidden]):not(.pic), select, textarea')].filter(one => {
    if (!seen(one) || inSentence(one)) return false
    const box = (one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') || one : one).getBoundingClientRect()
    return box.height < target - 0.5 || box.width < Math.min(target, 44) - 0.5
  })
  const name = one => one.tagName + '.' + one.className + ' ' + (one.textContent || one.name || '').trim().slice(0, 20)
  return [...small.map(one => 'text ' + name(one)), ...tight.map(one => 'target ' + name(one) + ' ' + Math.round(one.getBoundingClientRect().height))]
}`

describe('sizes', () => {
  for (const [look, text, target] of [['plain.1.light', 13, 44], ['elder.1.light', 18, 60], ['elder.3.light', 18, 60]] as const) {
    test(`in ${look} no text is under ${text} px and nothing to press under ${target} px`, async () => {
      const small: Record<string, unknown> = {}
      for (const [paths, who, lang] of [[PUBLIC, undefined, 'zh'], [STAFF, 'secretary', 'zh'], [PUBLIC, undefined, 'en']] as const) {
        await visit(paths, look, 390, who, async (page, path) => {
          const found = await page.evaluate(`(${TOO_SMALL})(${JSON.stringify({ text, target })})`) as string[]
          if (found.length > 0) small[`${path} ${lang}`] = found
        }, lang)
      }
      assert.deepEqual(small, {})
    })
  }

  for (const [look, lang] of [['plain.1.light', 'zh'], ['plain.1.light', 'en'], ['elder.3.light', 'zh']] as const) {
    test(`in ${look}, ${lang}, no page scrolls sideways between 320 and 1600 pixels`, () => visit(PUBLIC, look, 320, undefined, async (page, path) => {
      for (const width of [320, 360, 412, 720, 960, 1600]) {
        await page.setViewportSize({ width, height: 844 })
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth') as number
        assert.ok(over <= 0, `${path} at ${width}: ${over} px too wide`)
      }
    }, lang))
  }
})

test('the raise page can be walked and sent by keyboard alone', () => visit(['/shicheng/raise?place=1'], 'plain.1.light', 390, undefined, async page => {
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
  const reached = new Set<unknown>()
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate('document.activeElement.name || document.activeElement.textContent.trim()'))
    const outlined = await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle !== 'none'
      || document.activeElement.closest('label') !== null || document.activeElement === document.body`)
    assert.ok(outlined, String([...reached].at(-1)))
  }
  for (const name of ['kind', 'text', 'photo', 'urgent', 'phone', 'sharePhone', '交上去']) assert.ok(reached.has(name), name)
}))
