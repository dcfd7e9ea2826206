// A new version of the community's way of working; matters that have begun keep theirs.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { methodInForce } from '#modules/methods/read.ts'
import { readMethod } from '#modules/methods/source.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { methodsText } from '#text/methods.ts'

/** `after` is the version that its editor saw: whoever was slower is told instead of overwriting a colleague's work. */
export const publishInput = z.strictObject({
  source: z.string().min(1).max(65_536).meta({ label: lang => methodsText(lang).source, wrong: lang => methodsText(lang).sourceWrong, control: 'textarea' }),
  after: z.coerce.number().int().min(0).meta({ control: 'hidden' }),
})

/** Publishes a method for this community. Throws Invalid with the line of each mistake. */
export const publishMethod = action({
  name: 'methods.publish',
  summary: lang => methodsText(lang).summaryPublish,
  input: publishInput,
  subject: async (db, input, _actor: Actor) => {
    // Held until the end of the act: two editors who publish at once come one after the other.
    await db.selectFrom('community').select('id').where('id', '=', db.community).forNoKeyUpdate().execute()
    const inForce = await methodInForce(db)
    if (inForce.version !== input.after) throw invalid([{ field: 'source', reason: lang => methodsText(lang).elsewhere(inForce.version) }])
    return inForce
  },
  refuse: actor => lacks(actor, 'change method', null),
  run: async (db, { subject: inForce, input, actor, now }) => {
    const source = input.source.replaceAll('\r\n', '\n')
    const read = readMethod(source)
    if ('problems' in read) {
      throw invalid([{ field: 'source', reason: lang => read.problems.map(({ line, reason }) => methodsText(lang).atLine(line, reason(lang))).join('\n') }])
    }
    if (source === inForce.source) throw invalid([{ field: 'source', reason: lang => methodsText(lang).same }])
    // The delivered method becomes version 1 first, so that matters which began under it can name it.
    const last = inForce.id === 0 ? await keepDelivered(db, inForce.source, now) : inForce
    const { id } = await add(db, { version: last.version + 1, source, publishedBy: actor.personId, now })
    await db.updateTable('matter').set({ method_id: last.id })
      .where('community_id', '=', db.community).where('method_id', 'is', null).where('step', '<>', 'close').execute()
    return { subject: `methods/${id}`, answer: { id, version: last.version + 1 }, facts: { key: read.method.key, version: last.version + 1 } }
  },
})

/** The version in force as a row that a matter can name; the delivered method becomes version 1 with the first matter. */
export async function methodToBegin(db: Writer, now: Temporal.Instant): Promise<{ id: number, version: number, source: string }> {
  const inForce = await methodInForce(db)
  return inForce.id === 0 ? keepDelivered(db, inForce.source, now) : inForce
}

async function keepDelivered(db: Writer, source: string, now: Temporal.Instant): Promise<{ id: number, version: number, source: string }> {
  const { id } = await add(db, { version: 1, source, publishedBy: null, now })
  return { id, version: 1, source }
}

// Two first matters at once: the second takes what the first one kept.
async function add(db: Writer, method: { version: number, source: string, publishedBy: number | null, now: Temporal.Instant }): Promise<{ id: number }> {
  const added = await db.insertInto('method')
    .values({ community_id: db.community, version: method.version, source: method.source, published_by: method.publishedBy, published_at: method.now.toString() })
    .onConflict(there => there.columns(['community_id', 'version']).doNothing()).returning('id').executeTakeFirst()
  return added ?? db.selectFrom('method').select('id')
    .where('community_id', '=', db.community).where('version', '=', method.version).executeTakeFirstOrThrow()
}
