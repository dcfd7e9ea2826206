// The stories of the five neighbourhoods that the six steps must carry: rows S3-26 to S3-32, S0-29 to S0-34 and S2-19 to S2-22.
// The demo's own tales are the matters: what the tour shows is what is tested.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { publishMethod, shippedSource } from '#modules/methods/public.ts'
import { ringClocks } from '#jobs/clocks.ts'
import { tend } from '#jobs/notices.ts'
import { acceptMatter, arriveAt, attachPhotos, closeMatter, handOnMatter, joinIn, moveMatter, raiseMatter, routeMatter } from '#modules/matters/public.ts'
import { Invalid } from '#kit/errors.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { TALES } from '../../src/demo/tales/titles.ts'

let here: Village
let passer: Visitor
let worker: Visitor
before(async () => {
  here = await village()
  const app = createApp(here.house)
  passer = visitor(app)
  worker = visitor(app, await cookieOf(here, 'gridWorker'))
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const idOf = async (tale: keyof typeof TALES) => Number((await rows<{ id: string }>('select id from matter where title = $1', [TALES[tale]]))[0]?.id)
const notes = (id: number) => rows<{ kind: string, step: string, at: Date }>('select kind, step, at from matter_note where matter_id = $1 order by id', [id])

describe('六事 S3-26 – S3-32', () => {
  test('one matter goes through every step of the method, each told on its trail (S3-26)', async () => {
    const steps = (await notes(await idOf('lamp'))).filter(note => note.kind === 'move').map(note => note.step)
    assert.deepEqual(steps, ['discuss', 'decide', 'coordinate', 'do', 'show', 'rate', 'close'])
    const { text } = await passer.open(`/shicheng/matters/${await idOf('lamp')}`)
    for (const said of ['征求意见', '前后照片', '1,280.50', '4.7', '3 人评']) assert.ok(text.includes(said), said)
  })

  test('the printed code leads a passer-by to the form and to a receipt, without an account (S3-27)', async () => {
    const [place] = await rows<{ id: string, code: string }>(`select id, code from place where label = '榕荫里 北门'`)
    const scanned = await passer.open(`/q/${place?.code}`)
    assert.match(scanned.location ?? '', new RegExp(`place(s/|=)${place?.id}`))
    const raised = await passer.send('/shicheng/raise', { place: String(place?.id), kind: 'broken', text: '门禁刷不开，进不来人' })
    assert.equal(raised.status, 303)
    assert.match((await passer.open(raised.location ?? '')).text, /receipt-code/)
  })

  test('asked on the day, planned on the next, done within a week (S3-28)', async () => {
    const id = await idOf('lamp')
    const day = (at: Date) => Math.floor((at.getTime() + 8 * 3_600_000) / 86_400_000)
    const told = await notes(id)
    const raised = (await rows<{ raised_at: Date }>('select raised_at from matter where id = $1', [id]))[0]?.raised_at ?? new Date()
    const [poll] = await rows<{ opened_at: Date }>('select opened_at from matter_poll where matter_id = $1', [id])
    assert.equal(day(poll?.opened_at ?? raised), day(raised))
    assert.equal(day(told.find(note => note.kind === 'plan')?.at ?? raised), day(raised) + 1)
    assert.ok(day(told.find(note => note.step === 'show')?.at ?? raised) - day(raised) <= 7)
    const [whole] = await rows<{ ended_at: Date, used: string, allowed: string }>(`select ended_at, used, allowed from clock where subject = $1 and name = 'whole'`, [`matters/${id}`])
    assert.ok(whole?.ended_at && Number(whole.used) <= Number(whole.allowed))
  })

  test('the list of services has three classes and more than twenty items (S3-29)', async () => {
    const { text } = await passer.open('/shicheng/services')
    for (const said of ['行政便民', '志愿服务', '社会服务']) assert.ok(text.includes(said), said)
    const [{ n } = { n: 0 }] = await rows<{ n: number }>('select count(*)::int as n from service where community_id = 1 and retired_at is null')
    assert.ok(n >= 20, String(n))
  })

  test('every open matter stands on the tracking list with its limit and who has it (S3-30)', async () => {
    const { text } = await passer.open('/shicheng/tracking')
    assert.ok(text.includes(TALES.pool) && /超时|还剩|下个工作日/u.test(text))
  })

  test('one matter, one file: struck off, sealed, and the seal is right (S3-31)', async () => {
    const [file] = await rows<{ number: string, right: boolean }>(
      `select number, hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') as right from matter_dossier where matter_id = $1`, [await idOf('lamp')])
    assert.match(file?.number ?? '', /shicheng/i)
    assert.equal(file?.right, true)
    assert.equal((await passer.open(`/shicheng/matters/${await idOf('lamp')}/dossier`)).status, 200)
  })

  test('the property company is rated month by month, always with how many said so (S3-32)', async () => {
    const { text } = await passer.open('/shicheng/bill')
    assert.match(text, /榕安物业/)
    assert.match(text, /\d\.\d 分 · \d+ 人评/u)
  })
})

describe('欣景 S0-29 – S0-34', () => {
  test('when the work begins, everybody who lives there is warned at once (S0-29)', async () => {
    const id = await idOf('pool')
    await tend(here.house, { ...here.community, name: '石埕社区' })
    const told = await rows<{ n: number }>(`select count(distinct notice.person_id)::int as n from notice join journal on journal.id = notice.journal_id and journal.community_id = notice.community_id
      where notice.matter_id = $1 and journal.facts->>'warning' = 'true'`, [id])
    const [lives] = await rows<{ n: number }>(`select count(distinct person_id)::int as n from tie join place on place.id = tie.home_id and place.community_id = tie.community_id
      where place.estate_id = (select estate_id from matter where id = $1) and tie.until is null and tie.since <= current_date`, [id])
    assert.ok((told[0]?.n ?? 0) >= (lives?.n ?? 0) - 2 && (told[0]?.n ?? 0) > 10, `${told[0]?.n} of ${lives?.n}`)
    assert.match((await passer.open(`/shicheng/matters/${id}`)).text, /小泳池在清理，大家出入要注意安全/)
  })

  test('a hazard said today is worked on the next day, within 24 hours, and the list for after a typhoon goes with it (S0-30)', async () => {
    const id = await idOf('pool')
    const [matter] = await rows<{ track: string, raised_at: Date, step_since: Date }>('select track, raised_at, step_since from matter where id = $1', [id])
    assert.equal(matter?.track, 'hazard')
    assert.ok((matter?.step_since.getTime() ?? 0) - (matter?.raised_at.getTime() ?? 0) <= 24 * 3_600_000)
    assert.equal((await rows('select 1 from matter_task where matter_id = $1', [id])).length, 5)
  })

  test('one matter holds all the households that it touches; outsiders see only how many (S0-31)', async () => {
    const id = await idOf('deeds')
    const [{ n } = { n: 0 }] = await rows<{ n: number }>('select count(*)::int as n from matter_home where matter_id = $1', [id])
    assert.ok(n >= 30, String(n))
    const { text } = await passer.open(`/shicheng/matters/${id}`)
    assert.ok(text.includes(String(n)) && text.includes('开发商补交竣工备案材料'))
    assert.doesNotMatch(text, /1单元 \d{3,4}/u)
  })

  test('the hand-over between property companies is a list that is ticked off (S0-32)', async () => {
    const { text } = await worker.open(`/shicheng/matters/${await idOf('handOver')}/tasks`)
    for (const said of ['图纸', '公共收益', '钥匙']) assert.ok(text.includes(said), said)
  })

  test('neighbours clean up by themselves: signed up, proven on the spot, minutes as they were, before and after (S0-33)', async () => {
    const id = await idOf('cleanUp')
    const joined = await rows<{ minutes: number }>('select minutes from matter_joiner where matter_id = $1', [id])
    assert.ok(joined.length === 8 && joined.every(one => one.minutes >= 140 && one.minutes <= 160), JSON.stringify(joined))
    const { id: another } = await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'idea', text: '周末一起给花园松土吧' })
    await here.act(routeMatter, here.people.gridWorker, { id: another, track: 'activity', category: 'activity' })
    await here.act(joinIn, here.people.tenant, { id: another })
    await assert.rejects(here.act(arriveAt, here.people.tenant, { id: another, code: 'A'.repeat(20) }), Invalid)
  })

  test('nothing is shown as done without a photo of it: the loop closes only with evidence (S0-34)', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'broken', text: '门口的灯不亮了' })
    await here.act(routeMatter, here.people.gridWorker, { id, track: 'hazard', category: 'power' })
    await here.act(acceptMatter, here.people.gridWorker, { id })
    await here.act(moveMatter, here.people.gridWorker, { id, step: 'do', note: '电工来换' })
    await assert.rejects(here.act(moveMatter, here.people.gridWorker, { id, step: 'show', note: '换好了' }), Invalid)
    await assert.rejects(here.act(attachPhotos, here.people.gridWorker, { id, moment: 'after', photos: [] }), Invalid)
  })
})

describe('梅庭、晓升 S2-19 – S2-22', () => {
  test('what is settled tells at which level, and going up says what was tried (S2-19)', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'broken', text: '楼下的铁门关不上' })
    await here.act(acceptMatter, here.people.gridWorker, { id })
    const leader = here.people.gridLeader.personId
    await assert.rejects(here.act(handOnMatter, here.people.gridWorker, { id, person: leader, note: '' }), Invalid)
    await here.act(handOnMatter, here.people.gridWorker, { id, person: leader, note: '修过两回，锁舌还是弹不出来，要换整扇' })
    await here.act(closeMatter, here.people.secretary, { id, note: '并到大修里一起换，这里不单独办' })
    const [file] = await rows<{ level: string }>('select level from matter_dossier where matter_id = $1', [id])
    assert.equal(file?.level, 'grid')
    assert.match((await passer.open('/shicheng/bill')).text, /网格/)
  })

  test('one person is secretary of the branch and head of the residents’ committee, and acts by either (S2-20)', async () => {
    const held = await rows<{ kind: string }>(`select organisation.kind from post join organisation on organisation.id = post.organisation_id and organisation.community_id = post.community_id
      where post.person_id = $1 and post.kind = 'secretary' and post.until is null order by organisation.kind`, [here.people.secretary.personId])
    assert.deepEqual(held.map(post => post.kind).toSorted(), ['party_branch', 'residents_committee'])
  })

  test('the street sees all its communities in numbers (S2-21)', async () => {
    const { text } = await passer.open('/street/1')
    for (const { name } of await rows<{ name: string }>('select name from community where street_id = 1')) assert.ok(text.includes(name), name)
  })

  test('a late matter climbs the five posts of 五位一体, one after another, each once (S2-22)', async () => {
    const source = shippedSource('wuwei-yiti')
    const [{ version } = { version: 0 }] = await rows<{ version: number }>('select coalesce(max(version), 0)::int as version from method where community_id = 1')
    await here.act(publishMethod, here.people.secretary, { source, after: version })
    const { id } = await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'broken', text: '院子里的井盖翘起来了' })
    const chain = (await rows<{ chain: string[] }>(`select chain from clock where subject = $1 and name = 'raise'`, [`matters/${id}`]))[0]?.chain ?? []
    assert.equal(chain.length, 5)
    const then = here.time.now
    for (let day = 0; day < 60; day++) {
      here.time.now = here.time.now.add({ hours: 24 })
      await ringClocks(here.house)
    }
    here.time.now = then
    const rung = await rows<{ level: string, post: string | null }>(`select facts->>'level' as level, facts->>'post' as post from journal
      where action = 'clocks.ring' and facts->>'name' = 'raise' and (facts->>'matter')::int = $1 order by id`, [id])
    const posts = rung.filter(one => one.level === 'climb' && one.post).map(one => one.post)
    assert.ok(posts.length >= 3 && new Set(posts).size === posts.length, JSON.stringify(rung))
    assert.deepEqual(posts, chain.filter(post => posts.includes(post)))
  })
})
