import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeWorkerUtils } from 'graphile-worker'
import { jobsOf, startJobs } from './jobs.ts'
import { addPhoto, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { testHouse, urlOf, type TestHouse } from '#test/database.ts'
import { until } from '#test/visitor.ts'

let village: TestHouse
const passer = passerBy(1)
const picture = (name: string) => ({ bytes: Buffer.from(name), width: 4, height: 3 })
const photo = (name: string) => ({ photo: { ...picture(name), type: 'image/jpeg' as const, extension: 'jpg' as const, thumbnail: picture(`${name} small`) } })
const fileOf = async (id: number) => {
  const { rows } = await village.owner.query('select file from matter_photo where id = $1', [id])
  return rows[0] && village.house.means.files.open(1, rows[0].file, 'jpg')
}

before(async () => {
  village = await testHouse()
  await village.act(foundCommunity, passer, { name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '13800000001' })
  await village.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'AAAA')`)
})
after(() => village.close())

test('a photo whose form was never sent goes after a day, with its file; one in use stays', async () => {
  const forgotten = await village.act(addPhoto, passer, photo('forgotten'))
  const used = await village.act(addPhoto, passer, photo('used'))
  await village.act(raiseMatter, passer, { place: 1, kind: 'broken', text: '路灯不亮了', photos: [used.token] })
  village.time.now = village.time.now.add({ hours: 25 })
  await jobsOf(village.house)['sweepPhotos']?.({}, {} as never)
  assert.equal(await fileOf(forgotten.id), undefined)
  assert.ok(await fileOf(used.id))
})

test('the photos of a matter that was taken back go, but not the same picture on another matter', async () => {
  const [one, two] = [await village.act(addPhoto, passer, photo('twice')), await village.act(addPhoto, passer, photo('twice'))]
  const { id, receipt } = await village.act(raiseMatter, passer, { place: 1, kind: 'broken', text: '信箱坏了', photos: [one.token] })
  await village.act(raiseMatter, passer, { place: 1, kind: 'broken', text: '信箱又坏了', photos: [two.token] })
  await village.act(withdrawMatter, passer, { id, receipt })
  await jobsOf(village.house)['sweepPhotos']?.({}, {} as never)
  assert.equal(await fileOf(one.id), undefined)
  assert.ok(await fileOf(two.id))
})

test('a job put on the clock is carried out by the worker', async () => {
  const stop = await startJobs(village.house, village.settings)
  await village.act(addPhoto, passer, photo('late'))
  village.time.now = village.time.now.add({ hours: 25 })
  const worker = await makeWorkerUtils({ connectionString: urlOf(village.settings) })
  await worker.addJob('sweepPhotos', {})
  await worker.release()
  assert.ok(await until(async () => (await village.owner.query('select from matter_photo where matter_id is null')).rowCount === 0, 10))
  await stop()
})
