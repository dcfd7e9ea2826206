// 发起投票: those who look after a place ask the people there something, by a rule that is said beforehand.
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { isOpen, matterById } from '#modules/matters/public.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { chunks, placeById } from '#modules/places/public.ts'
import { votersOf } from '#modules/polls/asked.ts'
import { openPollInput, type Asked } from '#modules/polls/fields.ts'
import { mayNotAsk, type Area } from '#modules/polls/may-not.ts'
import { commitmentTo, newSecret } from '#modules/polls/secrecy.ts'
import { checkAsked, checkSound, spanOf } from '#modules/polls/sound.ts'
import { askText } from '#text/ballots.ts'

/** A poll that is over so soon is told at once: the day's digest might come too late. */
const SOON = { hours: 48 }

/** Draws up the list of those asked, commits to the seed of the lots, and opens the poll. Throws Invalid. */
export const openPoll = action({
  name: 'polls.open',
  summary: lang => askText(lang).summary,
  input: openPollInput,
  subject: async (db, input, _actor: Actor) => ({ area: await areaOf(db, input) }),
  refuse: (actor, { area }) => mayNotAsk(actor, area),
  run: async (db, { actor, input, secrets, now }) => {
    const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community)
      .executeTakeFirstOrThrow()
    const span = spanOf(input, now, zone)
    checkSound(input, await trackOf(db, actor, input.matter))
    const electorate = { place_id: input.place, grid_id: input.grid, ties: input.ties, unit: input.unit }
    const voters = await votersOf(db, electorate, await localDay(db, now))
    checkAsked(input, voters.length)
    const seed = newSecret()
    const { id } = await db.insertInto('poll').values({
      community_id: db.community, ...electorate, ...written(input), asked: voters.length, commitment: commitmentTo(seed),
      seed_sealed: secrets.encrypt(seed), key_sealed: secrets.encrypt(newSecret()), opened_by: actor.personId ?? 0,
      opens_at: span.opens.toString(), closes_at: span.closes.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    await writeLists(db, id, input, voters)
    const urgent = Temporal.Instant.compare(span.closes, now.add(SOON)) < 0
    const { place, grid, matter, rule, unit, ties, secret } = input
    const facts = { place, grid, inMatter: matter, rule, unit, ties, secret, asked: voters.length, urgent }
    return { subject: `polls/${id}`, answer: { id, asked: voters.length }, facts }
  },
})

function written({ matter, question, about, rule, secret, hidden, most, seats, top, quorum, tell }: Asked) {
  return { matter_id: matter, question, about, rule, secret, hidden: hidden || secret, most, seats, top, quorum, tell }
}

async function writeLists(db: Writer, poll: number, { options, unit }: Asked, voters: readonly number[]): Promise<void> {
  const of = { community_id: db.community, poll_id: poll }
  if (options.length > 0) await db.insertInto('poll_option').values(options.map((name, i) => ({ ...of, position: i + 1, name }))).execute()
  for (const some of chunks(voters)) {
    await db.insertInto('poll_voter').values(some.map(voter => ({
      ...of, voter, person_id: unit === 'person' ? voter : null, home_id: unit === 'home' ? voter : null,
    }))).execute()
  }
}

async function areaOf(db: Reader, { place, grid }: Asked): Promise<Area> {
  if (place !== null) return placeToAsk(db, place)
  if (grid === null) return null
  const covers = await db.selectFrom('place')
    .innerJoin('grid_place', join => join.onRef('grid_place.community_id', '=', 'place.community_id')
      .onRef('grid_place.place_id', '=', 'place.id'))
    .select(['place.id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.parent_id', 'place.estate_id',
      'place.building_id', 'place.entrance_id'])
    .where('place.community_id', '=', db.community).where('grid_place.grid_id', '=', grid).execute()
  // A grid of nothing is nobody's to ask.
  if (covers.length === 0) throw invalid([{ field: 'grid', reason: lang => askText(lang).placeWrong }])
  return { covers }
}

// One home is nobody's to ask in public, and nobody lives in a lift.
async function placeToAsk(db: Reader, id: number) {
  const place = await placeById(db, id)
  if (place.kind === 'home' || place.kind === 'thing') throw invalid([{ field: 'place', reason: lang => askText(lang).placeWrong }])
  return place
}

// A poll is public, so what it belongs to must be: open, not private, not inside a home.
async function trackOf(db: Reader, actor: Actor, matter: number | null) {
  if (matter === null) return null
  const found = await matterById(db, actor, matter).catch(problem => {
    if (problem instanceof NotFound) return null
    throw problem
  })
  if (!found || !isOpen(found.rules) || found.rules.standing !== 'shown' || found.step === 'close' || found.rules.withdrawn_at !== null) {
    throw invalid([{ field: 'matter', reason: lang => askText(lang).matterWrong }])
  }
  return found.rules.track
}
