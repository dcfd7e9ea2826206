// A matter that was done and is shown: the ground for stories of rating and closing.
import { acceptMatter, addPhoto, attachPhotos, moveMatter, raiseMatter, replyToMatter, routeMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'

const picture = (name: string) => ({ bytes: Buffer.from(name), width: 4, height: 3 })

/** Raises it as `raiser`, and has `worker` do everything up to the step at which it is rated. */
export async function shown(here: Pick<TestHouse, 'act'>, given: {
  raiser: Actor, worker: Actor, place: number, text?: string, phone?: string, during?: (id: number) => Promise<unknown>,
}): Promise<{ id: number, receipt: string }> {
  const { raiser, worker, place, text = '楼道灯不亮，晚上看不见台阶', phone } = given
  const { id, receipt } = await here.act(raiseMatter, raiser, { place, kind: 'broken', text, ...phone && { phone, sharePhone: true } })
  await here.act(routeMatter, worker, { id, track: 'hazard', category: 'power' })
  await here.act(acceptMatter, worker, { id })
  await here.act(moveMatter, worker, { id, step: 'do', note: '师傅下午来' })
  await given.during?.(id)
  const { token } = await here.act(addPhoto, worker, { photo: { ...picture(`after ${id}`), type: 'image/jpeg', extension: 'jpg', thumbnail: picture(`small ${id}`) } })
  await here.act(attachPhotos, worker, { id, moment: 'after', photos: [token] })
  await here.act(moveMatter, worker, { id, step: 'show', note: '换好了，请看' })
  await here.act(replyToMatter, worker, { id, text: '换了感应灯' })
  await here.act(moveMatter, worker, { id, step: 'rate', note: '请评一评' })
  return { id, receipt: String(receipt) }
}
