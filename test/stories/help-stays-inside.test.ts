// What stays in the house when people help each other: no home, no number and no word of a call, an order or an errand leaves it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { spread } from '#jobs/notices.ts'
import { addActivityPost, planActivity, signUp } from '#modules/activities/public.ts'
import { claimCall, makeCall } from '#modules/calls/public.ts'
import { writeNote } from '#modules/duty/public.ts'
import { askErrand, takeErrand } from '#modules/errands/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { acceptOrder } from '#modules/orders/public.ts'
import { giveConsent, passerBy, type Actor } from '#modules/people/public.ts'
import { askCallBack, joinVolunteers, makeCard, recordInsurance } from '#modules/volunteers/public.ts'
import { dayAhead, datesOf, onMenu, ordered, volunteers } from '#test/ordering.ts'
import { doctorsAtNight } from '#test/duty.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { openApi } from '../../src/api/openapi/document.ts'
import { createApp } from '../../src/app.ts'

/** What 林秀英 and others wrote, their numbers and her home. */
const KEPT = ['门后有小狗别怕', '钥匙在垫子下', '买点降压药', '老刘胃疼先别吵他', '13700001111', '13700002222', 'PICC-2026-0001', '3号楼 1单元 602'] as const
const HELP = ['volunteers', 'duty', 'hours', 'calls', 'orders', 'activities', 'errands']
let here: Village
let app: ReturnType<typeof createApp>
let made: Awaited<ReturnType<typeof helped>>

before(async () => {
  here = await village()
  app = createApp(here.house)
  made = await helped()
})
after(() => here.close())

async function helped() {
  const { resident, doctor, neighbour, severalHomes, secretary } = here.people
  for (const who of [doctor, neighbour, severalHomes]) await here.act(giveConsent, who, { purpose: 'be_asked', wording: 1 })
  await volunteers(here, neighbour, 'appliance_repair')
  const item = await onMenu(here, { name: '换药' })
  const order = await ordered(here, resident, item, { words: '钥匙在垫子下' })
  await here.act(acceptOrder, neighbour, { id: order, date: (await datesOf(here, order))[0]?.id })
  const home = resident.homes[0]?.id
  const { id: errand } = await here.act(askErrand, resident, { kind: 'shopping', text: '买点降压药', place: home, until: `${dayAhead(here, 1)}T20:00` })
  await here.act(takeErrand, neighbour, { id: errand })
  const { id: volunteer } = await here.act(joinVolunteers, doctor, {})
  await here.act(recordInsurance, secretary, { id: volunteer, insurer: '人保财险', number: 'PICC-2026-0001', since: '2026-11-01', until: '2027-10-31' })
  await here.act(makeCard, doctor, { offers: '量血压', hours: '每天' })
  const { rows: [card] } = await here.owner.query<{ code: string }>('select code from contact_card')
  await here.act(askCallBack, passerBy(1), { code: card?.code, phone: '13700002222' })
  const { put, turnOf } = await doctorsAtNight(here)
  await put(doctor, dayAhead(here, 0), { from: '8:00', until: '20:00' })
  await here.act(writeNote, doctor, { id: await turnOf(doctor, dayAhead(here, 0)), text: '老刘胃疼先别吵他' })
  const { id: market } = await here.act(planActivity, secretary, { name: '集市', place: here.community.place('榕荫里'), meeting: '南门', on: dayAhead(here, 2), from: '9:00', until: '12:00' })
  const { post } = await here.act(addActivityPost, secretary, { id: market, name: '秩序', number: 2 })
  await here.act(signUp, neighbour, { id: market, post })
  const { id: call } = await here.act(makeCall, resident, { need: 'locked_out', place: home, text: '门后有小狗别怕', phone: '13700001111' })
  await here.act(claimCall, severalHomes, { id: call })
  return { order, errand, call, market }
}

function staysInside(text: string, where: string, but?: string): void {
  assert.deepEqual(KEPT.filter(words => words !== but && text.replaceAll('\r\n ', '').includes(words)), [], where)
}

const body = async (path: string) => {
  const response = await app.request(`http://localhost${path}`)
  assert.equal(response.status, 200, path)
  return response.text()
}

describe('where somebody lives, his number and what he said', () => {
  test('stand in no answer of the API to a passer-by or to somebody who has no part in it', async () => {
    const questions = Object.entries(openApi('en').paths).filter(([path, { get }]) => get && HELP.includes(path.slice(1).split('.')[0] ?? '')).map(([path]) => path)
    assert.ok(questions.length > 25, String(questions.length))
    const ids: Readonly<Record<string, number>> = { calls: made.call, orders: made.order, errands: made.errand, activities: made.market }
    for (const cookie of ['', await cookieOf(here, 'tenant')]) {
      for (const path of questions) {
        const id = ids[path.slice(1).split('.')[0] ?? ''] ?? 1
        const query = path.endsWith('.show') ? `&id=${id}` : ''
        const answer = await (await app.request(`http://localhost/api${path}?community=shicheng${query}`, { headers: { cookie } })).text()
        // What is asked on the board of errands every neighbour who signed in may read.
        staysInside(answer, path, cookie === '' ? undefined : '买点降压药')
      }
    }
  })

  test('are not told to whoever is only asked', async () => {
    const asked = await visitor(app, await cookieOf(here, 'doctor')).open(`/api/calls.show?community=shicheng&id=${made.call}`)
    assert.equal(asked.status, 200)
    staysInside(asked.text, 'calls.show to the doctor')
    assert.match(asked.text, /榕荫里 3号楼 1单元/)
  })

  test('stand in no notice as it is sent to phones and mail boxes, nor as it is read in the house', async () => {
    await spread(here.house, 1)
    const seen = new Set<string>()
    const readers: (Actor | null)[] = [null, ...Object.values(here.people)]
    for (const who of Object.values(here.people)) {
      for (const notice of await here.house.database.look(1, db => inboxOf(db, who.personId ?? 0))) {
        if (HELP.includes(notice.action.split('.')[0] ?? '')) seen.add(notice.action)
        for (const reader of readers) for (const lang of ['zh', 'en'] as const) staysInside(JSON.stringify(noticeWords(lang, notice, reader)), notice.action)
      }
    }
    for (const action of ['calls.make', 'calls.claim', 'orders.accept', 'errands.take', 'duty.addTurns', 'volunteers.askCallBack']) assert.ok(seen.has(action), action)
  })

  test('stand in no journal entry, and so in no live line and no hook', async () => {
    const { rows } = await here.owner.query<{ line: string }>(`select facts::text || answer::text || subject as line from journal where split_part(action, '.', 1) = any($1)`, [HELP])
    for (const { line } of rows) staysInside(line, line)
  })

  test('stand in no calendar, be it of the community or of whoever comes; there an order has its number alone', async () => {
    staysInside(await body('/shicheng/calendar.ics'), 'the community’s')
    for (const key of ['neighbour', 'doctor', 'severalHomes', 'resident'] as const) {
      const page = await visitor(app, await cookieOf(here, key)).send('/shicheng/me/calendar', { how: 'open' })
      const own = await body(/\/shicheng\/calendars\/[\w-]{43}\.ics/u.exec(page.text)?.[0] ?? '')
      staysInside(own, key)
      assert.doesNotMatch(own, /换药/, key)
      if (key === 'neighbour') assert.match(own, new RegExp(`约好的：${made.order} 号点单`))
    }
  })

  test('stand in no feed and in no open data', async () => {
    for (const type of ['atom', 'json']) staysInside(await body(`/shicheng/feed.${type}`), type)
    const page = await body('/shicheng/open-data')
    const files = [...new Set([...page.matchAll(/\/shicheng\/open-data\/[\w.]+/gu)].map(([path]) => path))]
    assert.ok(files.length > 10, files.join(' '))
    for (const file of files) staysInside(await body(file), file)
  })
})
