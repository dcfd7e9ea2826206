// Writes a serving down, inside the act that it comes from; it counts once a second person approved it.
import type { Writer } from '#kit/db.ts'
import { lasted, LONGEST, type NewServing, type Served } from '#modules/hours/serving.ts'

/**
 * The id of the new serving, which nobody has approved. Each person counts once. Whoever is said to have served longer than he was there
 * served for as long as he was there: clocks of phones differ, and the call must end all the same. One that began and ended with the same
 * press lasted a minute.
 */
export async function recordServing(db: Writer, serving: NewServing): Promise<number> {
  const times = during(serving.began, serving.ended)
  const { id } = await db.insertInto('serving').values({
    community_id: db.community, project_id: serving.project, about: serving.about ?? '', place_id: serving.placeId, served: serving.served,
    proof: serving.proof, content: serving.content ?? '', quality: serving.quality ?? '', head_id: serving.head ?? null,
    ...times, recorded_by: serving.recordedBy, recorded_at: serving.now.toString(),
  }).returning('id').executeTakeFirstOrThrow()
  if (serving.about === null) {
    await db.updateTable('serving').set({ about: `servings/${id}` }).where('community_id', '=', db.community).where('id', '=', id).execute()
  }
  await writeShares(db, id, serving)
  return id
}

/** Puts down who served in it and how long. */
export async function writeShares(db: Writer, servingId: number, { people, began, ended }: Pick<NewServing, 'people' | 'began' | 'ended'>) {
  const each = new Map(people.map(one => [one.person, one]))
  if (each.size === 0) return
  await db.insertInto('serving_share').values([...each.values()].map(one => ({
    community_id: db.community, serving_id: servingId, person_id: one.person, ...shareOf(one, began, ended),
  }))).execute()
}

function shareOf(one: Served, began: Temporal.Instant, ended: Temporal.Instant) {
  const times = during(one.began ?? began, one.ended ?? ended)
  const there = lasted(Temporal.Instant.from(times.began_at), Temporal.Instant.from(times.ended_at))
  return { ...times, minutes: Math.max(0, Math.min(Math.round(one.minutes), there, LONGEST)) }
}

function during(began: Temporal.Instant, ended: Temporal.Instant) {
  const later = Temporal.Instant.compare(ended, began) > 0 ? ended : began.add({ minutes: 1 })
  return { began_at: began.toString(), ended_at: later.toString() }
}
