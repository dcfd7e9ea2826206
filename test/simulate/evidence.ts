// What a worker of the model shows before a step is left behind, by the kind of evidence that the method asks for.
import { addPhoto, attachPhotos, finishTask, publishPlan, recordDecision, replyToMatter } from '#modules/matters/public.ts'
import type { Evidence } from '#modules/methods/public.ts'
import { act, attempt, type Doing } from './life.ts'

/** How each kind is given; a lead is there since the matter was taken on, and ratings come from the neighbours. */
export const SHOW: Readonly<Partial<Record<Evidence, Doing>>> = {
  async plan(quarter, life, at, actor) {
    const due = at.add({ hours: 24 * 7 }).toString().slice(0, 10)
    if (await act(quarter, life, at, publishPlan, actor, { text: '先围起来，再换新的', who: '物业来办', due, yuan: '' })) life.there.add('plan')
  },
  async decision(quarter, life, at, actor) {
    if (await act(quarter, life, at, recordDecision, actor, { text: '大家商量好了，就这么办' })) life.there.add('decision')
  },
  async reply(quarter, life, at, actor) {
    if (await act(quarter, life, at, replyToMatter, actor, { text: '办好了，照片在下面，请看' })) life.there.add('reply')
  },
  async after_photo(quarter, life, at, actor) {
    const kept = await attempt(quarter, at, addPhoto, actor, { photo: quarter.photo })
    if (kept && await act(quarter, life, at, attachPhotos, actor, { moment: 'after', photos: [kept.token] })) life.there.add('after_photo')
  },
  async tasks(quarter, life, at, actor) {
    for (const task of life.tasks.splice(0)) await act(quarter, life, at, finishTask, actor, { task })
  },
}
