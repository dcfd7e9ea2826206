// 实事微清单: everybody reads what is offered, the secretary keeps the list.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '#modules/people/public.ts'
import { actorOf, passerBy } from '#modules/people/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { addService, changeService, retireService, services } from '#modules/services/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../app.ts'
import { offerServices } from '../../demo/services.ts'
import { servicesRoutes } from '#web/community/services/routes.ts'

let here: TestHouse
let secretary: Actor
let asSecretary: Visitor
let asAnybody: Visitor
before(async () => {
  here = await testHouse()
  const founded = await here.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕海街道', slug: 'shicheng', method: '163', secretaryName: '陈慧敏', secretaryPhone: '13800000001',
  })
  secretary = await here.house.database.look(1, db => actorOf(db, Number(founded.secretary), '2026-11-20'))
  const account = await here.house.signIn.accountFor({ phone: '13800000001' })
  await here.owner.query('update membership set account_id = $1', [account])
  const cookie = (await here.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
  const app = createApp(here.house)
  servicesRoutes(app, here.house)
  asSecretary = visitor(app, cookie)
  asAnybody = visitor(app)
})
after(() => here.close())

const listed = () => here.house.database.look(1, services)
const one = { class: 'volunteer', name: '修小家电', about: '插座、台灯；手工不要钱', provider: '邻里服务队', place: '网格站', hours: '周六上午', phone: '0590-5550117' }

describe('the list', () => {
  test('of the made-up street has at least twenty services in all three classes, which anybody can read', async () => {
    await offerServices(here.house.database, { ...here.house.means, now: here.time.now }, secretary, '0590-5550117')
    assert.ok((await listed()).length >= 20)
    const { text, status } = await asAnybody.open('/shicheng/services')
    assert.equal(status, 200)
    assert.match(text, /行政便民.*居住证明.*志愿服务.*陪老人看病.*社会服务.*长者食堂/s)
    assert.match(text, /href="tel:05905550117"/)
    assert.doesNotMatch(text, /services\/edit/)
  })

  test('is kept by the secretary alone', async () => {
    await assert.rejects(here.act(addService, passerBy(1), one), { name: 'Refused' })
    const [first] = await listed()
    await assert.rejects(here.act(changeService, passerBy(1), { ...one, id: first?.id }), { name: 'Refused' })
    await assert.rejects(here.act(retireService, passerBy(1), { id: first?.id }), { name: 'Refused' })
    assert.equal((await asAnybody.open('/shicheng/services/edit')).status, 403)
  })

  test('takes a service, lets it be put right, and drops it, by its own forms', async () => {
    const { text } = await asSecretary.open('/shicheng/services/edit')
    const [form] = formsIn(text).filter(each => each.action.endsWith('/services/edit'))
    assert.ok(form)
    const filled = { ...untouched(form), ...one, name: '<b>修伞</b>' }
    assert.equal((await asSecretary.send('/shicheng/services/edit', filled)).location, '/shicheng/services?done=1')
    assert.match((await asAnybody.open('/shicheng/services')).text, /&lt;b&gt;修伞&lt;\/b&gt;/)
    const id = (await listed()).find(service => service.name === '<b>修伞</b>')?.id ?? assert.fail('not there')
    const editing = await asSecretary.open(`/shicheng/services/edit?service=${id}`)
    assert.match(editing.text, /value="volunteer" checked/)
    await asSecretary.send('/shicheng/services/edit', { ...one, name: '修伞', service: String(id), requestKey: crypto.randomUUID() })
    assert.match((await asAnybody.open('/shicheng/services')).text, /<h3>修伞<\/h3>/)
    await asSecretary.send('/shicheng/services/retire', { service: String(id), requestKey: crypto.randomUUID() })
    assert.doesNotMatch((await asAnybody.open('/shicheng/services')).text, /修伞/)
    assert.equal((await asSecretary.open(`/shicheng/services/edit?service=${id}`)).status, 404)
    await assert.rejects(here.act(changeService, secretary, { ...one, id }), { name: 'NotFound' })
  })

  test('has no name twice in a class, and gives back what was typed with the reason', async () => {
    const again = await asSecretary.send('/shicheng/services/edit', { ...one, about: '还修收音机', phone: '打给老王' })
    assert.equal(again.status, 422)
    assert.match(again.text, /还修收音机<\/textarea>/)
    assert.match(again.text, /href="#f-phone"/)
    const twice = await asSecretary.send('/shicheng/services/edit', { ...one, about: '还修收音机' })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /已经有这一项了/)
    assert.equal((await listed()).filter(service => service.name === '修小家电').length, 1)
  })
})
