// How a worker of the demo takes a matter on: as its method asks, with everything that must be there first.
import { perform, type Action, type Answer, type Means } from '#kit/action.ts'
import { recodePhoto } from '#kit/photos.ts'
import {
  acceptMatter, addPhoto, attachPhotos, closeMatter, evidenceOf, handOnMatter, matterById, mayNot, moveMatter, publishPlan, rateMatter, recordDecision, replyToMatter, routeMatter,
} from '#modules/matters/public.ts'
import { evidenceFor, nextSteps, pathOf, type Evidence } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'
import type { DemoMatter } from './history.ts'
import { drawn, type PictureName } from './pictures.ts'

type Database = House['database']

/** What is known of the matter that goes on: its number and what it is about. */
interface Going {
  id: number
  about: DemoMatter
  raiser: Actor
}

type Move = DemoMatter['moves'][number]

/** Takes the matter to the step of the move, if its track has that step; sets the track, takes it on, shows the evidence on the way. */
export async function advance(database: Database, means: Means, matter: Going, actor: Actor, move: Move): Promise<void> {
  const act = <Schema extends z.ZodType, Subject, A extends Answer>(action: Action<Actor, Schema, Subject, A>, input: Record<string, unknown>, who = actor) =>
    perform(database, means, action, who, { id: matter.id, ...input })
  const now = () => database.look(actor.community, db => matterById(db, actor, matter.id))

  const first = await now()
  if (first.routed_by === null) await act(routeMatter, { track: trackOf(matter.about, first.track), category: first.category ?? 'other' })
  if (move.step === 'close') return close(database, means, matter, actor, move.note)
  const { rules } = await now()
  if (!pathOf(rules.method, rules.track).includes(move.step) || !nextSteps(rules.method, rules.track, rules.step).includes(move.step)) return
  await takeOn(database, means, matter.id, actor, move.note)
  for (const lacking of await missing(database, means, actor, { id: matter.id, to: move.step })) {
    if (lacking === 'plan') await act(publishPlan, { text: move.note, who: '业委会牵头，物业来办', due: means.now.add({ hours: 24 * 7 }).toString().slice(0, 10), yuan: '' })
    if (lacking === 'decision') await act(recordDecision, { text: move.note })
    if (lacking === 'after_photo') await act(attachPhotos, { moment: 'after', photos: [await photoOf(database, means, actor, matter.about.picture ?? 'door')] })
    if (lacking === 'reply') await act(replyToMatter, { text: move.note })
  }
  await act(moveMatter, { step: move.step, note: move.note })
}

// A trouble that is talked over goes to the council, whatever its words look like; work that needs no talk is not held up by a vote.
function trackOf(about: DemoMatter, proposed: string | null): string {
  if (about.talked) return 'council'
  return proposed === 'council' || proposed === 'owners' || proposed === 'activity' || proposed === null ? 'hazard' : proposed
}

// Whoever may not move it at this step is given it by the one who has it.
async function takeOn(database: Database, means: Means, id: number, actor: Actor, note: string): Promise<void> {
  const { rules } = await database.look(actor.community, db => matterById(db, actor, id))
  if (mayNot.accept(actor, rules) === null) return void await perform(database, means, acceptMatter, actor, { id })
  if (mayNot.move(actor, rules) === null) return
  await perform(database, means, handOnMatter, actor, { id, person: actor.personId, note })
  await perform(database, means, acceptMatter, actor, { id })
}

async function missing(database: Database, { now }: Means, actor: Actor, { id, to }: { id: number, to: Move['step'] }): Promise<Evidence[]> {
  return database.look(actor.community, async db => {
    const { rules } = await matterById(db, actor, id)
    const there = await evidenceOf(db, rules, now)
    return evidenceFor(rules.method, rules.track, rules.step, to).filter(kind => !there.has(kind))
  })
}

// Most are content; every seventh a little less. Nobody rates what nobody waited for: then it stays open for its ratings.
async function close(database: Database, means: Means, { id, raiser }: Going, actor: Actor, note: string): Promise<void> {
  if ((await missing(database, means, actor, { id, to: 'close' })).includes('rating')) {
    if (raiser.personId === null) return
    await perform(database, means, rateMatter, raiser, { id, stars: id % 7 === 0 ? 3 : id % 3 === 0 ? 4 : 5 })
  }
  await takeOn(database, means, id, actor, note)
  await perform(database, means, closeMatter, actor, { id, note })
}

const photos = new Map<PictureName, ReturnType<typeof recodePhoto>>()

/** The token of a photo with this drawing; each is drawn and taken in once, however many matters show it. */
export async function photoOf(database: Database, means: Means, actor: Actor, name: PictureName): Promise<string> {
  const photo = photos.get(name) ?? drawn(name).then(bytes => recodePhoto(bytes, `${name}.png`))
  photos.set(name, photo)
  const { token } = await perform(database, means, addPhoto, actor, { photo: await photo })
  return token
}
