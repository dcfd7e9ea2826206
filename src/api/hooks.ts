// POST /api/hooks/COMMUNITY.NUMBER: a program of an organisation reports a trouble; signed (Standard Webhooks), so that it needs no
// account.
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { perform } from '#kit/action.ts'
import { check, invalid } from '#kit/check.ts'
import { BadRequest, NotFound, TooLarge, TooOften, Unrecognised } from '#kit/errors.ts'
import { incomingOf, isFresh, isSigned, type Incoming } from '#kit/channels/webhook-in.ts'
import { networkAddress } from '#kit/network-address.ts'
import { uuidOf } from '#kit/uuid.ts'
import type { Community } from '#modules/communities/public.ts'
import { noteReport, openHook } from '#modules/hooks/public.ts'
import { KINDS, raiseMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { placeByCode } from '#modules/places/public.ts'
import { frameText } from '#text/frame.ts'
import { hookText } from '#text/hooks.ts'
import type { House } from '../house.ts'

const LONGEST = 64 * 1024
/** A power cut makes many lifts report at once; a program gone mad reports every second. */
const OFTEN = { times: 300, seconds: 3600 }
/** Tries of one address, with or without a good signature. */
const KNOCKS = { times: 1200, seconds: 3600 }

/** What a program says. `place`: the code printed on the spot; `reference`: the number that the trouble has there. */
export const reportInput = z.strictObject({
  place: z.string().max(20).meta({ wrong: lang => hookText(lang).placeWrong }),
  text: z.string().trim().min(4).max(2000).meta({ wrong: lang => hookText(lang).textWrong }),
  kind: z.enum(KINDS).default('broken').meta({ wrong: lang => hookText(lang).kindWrong }),
  urgent: z.boolean().default(false),
  reference: z.string().trim().max(100).default('').meta({ wrong: lang => hookText(lang).referenceWrong }),
})

/** Mounted at /api/hooks. A message that comes twice under one webhook-id gets the first answer. */
export function hookDoor(house: House): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: LONGEST, onError: () => { throw new TooLarge(lang => frameText(lang).tooMuch) } }))
  app.post('/:id', async c => {
    const now = house.clock()
    await notTooOften(house, `hook address ${networkAddress(c, house.proxies)}`, KNOCKS)
    const { community, hook } = await addressed(house, c)
    const message = incomingOf(c.req.raw.headers, await c.req.text())
    if (!message || !hook || !isSigned(message, house.means.secrets.decrypt(hook.secret_sealed))) throw new Unrecognised(lang =>
      hookText(lang).notSigned)
    if (!isFresh(message, now)) throw new Unrecognised(lang => hookText(lang).old)
    await notTooOften(house, `hook ${community.id} ${hook.id}`, OFTEN)
    const { matter, reference } = await taken(house, community, { hook: hook.id, message })
    return c.json({ matter, reference, url: `${house.publicUrl}/${community.slug}/matters/${matter}` }, 201)
  })
  return app
}

// Whether there is such a program is nobody's business who cannot sign for it.
async function addressed(house: House, c: Context) {
  const [, slug = '', id = ''] = /^([a-z][a-z0-9-]{1,30})\.([1-9]\d{0,14})$/u.exec(c.req.param('id') ?? '') ?? []
  const community = await house.communityAt(slug)
  if (!community) throw new NotFound(lang => hookText(lang).notHere)
  return { community, hook: await house.database.look(community.id, db => openHook(db, Number(id))) }
}

async function notTooOften(house: House, about: string, rate: { times: number, seconds: number }): Promise<void> {
  const { allowed, wait } = await house.limits.take(about, rate, house.clock())
  if (!allowed) throw new TooOften(lang => hookText(lang).often, wait)
}

/** Raises the matter and notes where it came from: two acts, each done once however often the message comes. */
async function taken(house: House, community: Community, { hook, message }: { hook: number, message: Incoming }) {
  const { place: code, reference, ...said } = check(reportInput, parsed(message.body))
  const nobody = passerBy(community.id)
  const means = { ...house.means, now: house.clock() }
  const place = await house.database.look(community.id, db => placeByCode(db, code)).catch(problem => {
    throw problem instanceof NotFound ? invalid([{ field: 'place', reason: lang => hookText(lang).placeWrong }]) : problem
  })
  const keyOf = (act: string) => uuidOf(house.means.secrets.blindIndex(`hook ${community.id} ${hook} ${act} ${message.id}`))
  const { id: matter } = await perform(house.database, means, raiseMatter, nobody, { ...said, place: place.id, channel: 'api' },
    { requestKey: keyOf('raise') })
  await perform(house.database, means, noteReport, nobody, { hook, matter, reference }, { requestKey: keyOf('note') })
  return { matter, reference }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new BadRequest(lang => frameText(lang).badJson)
  }
}
