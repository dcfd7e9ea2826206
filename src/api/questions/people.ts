// What programs may ask about people: who holds which post, and what is held about the one who asks.
import { z } from 'zod'
import type { GridKind, OrganisationKind } from '#db/tables.ts'
import { Refused } from '#kit/errors.ts'
import {
  aboutMe, consentsGiven, grids, heldAbout, localDay, ownNumbers, peopleNamed, postsHeld, PURPOSE_KEYS, PURPOSES, type Actor,
} from '#modules/people/public.ts'
import { rightText } from '#text/people.ts'
import { listOf, list, question, type Question } from './question.ts'
import { within } from './paging.ts'
import { day, id, instant, maybeDay, maybeId, maybeInstant, maybeText, text, told } from './shapes.ts'

const organisationKind = z.enum([
  'party_branch', 'residents_committee', 'street_office', 'grid', 'owners_committee', 'property_company', 'team', 'partner_unit',
] satisfies OrganisationKind[])
const gridKind = z.enum(['grid', 'micro_grid'] satisfies GridKind[])
const tie = z.enum(['owner', 'tenant', 'family'])
const labelled = z.strictObject({ id, label: text, tie })
const purpose = z.enum(PURPOSE_KEYS)

export const PEOPLE: readonly Question[] = [
  question({
    name: 'people.me',
    input: {},
    output: z.strictObject({
      id: maybeId, name: maybeText, homes: z.array(labelled), mayActFor: z.array(id),
      posts: z.array(z.strictObject({ kind: text, organisation: text, organisationId: id, places: z.array(id).nullable() })),
    }),
    ask: async (_db, actor) => ({
      id: actor.personId, name: actor.name, mayActFor: [...actor.mayActFor],
      homes: actor.homes.map(({ id, label, kind }) => ({ id, label, tie: kind })),
      posts: actor.posts.map(({ kind, organisation, organisation_id, places }) =>
        ({ kind, organisation, organisationId: organisation_id, places: places && [...places] })),
    }),
  }),
  question({
    name: 'people.held',
    input: {},
    // Word for word the file that a person takes along from his page: a new kind of thing held appears in it by itself.
    output: z.looseObject({ id, name: maybeText, phone: text, document: text, made_at: instant, homes: rows(), matters: rows(),
      record: rows() }),
    ask: async (db, actor, _asked, { secrets }) => ({ ...await ownNumbers(db, secrets, actor), ...await heldAbout(db, self(actor)) }),
  }),
  question({
    name: 'people.consents',
    input: {},
    output: listOf(z.strictObject({ purpose, wording: id, givenAt: maybeInstant })),
    ask: async (db, actor) => {
      const given = await consentsGiven(db, self(actor))
      return { items: PURPOSE_KEYS.map(purpose => ({ purpose, wording: PURPOSES[purpose], givenAt: told(given.get(purpose) ?? null) })),
        next: null }
    },
  }),
  list({
    name: 'people.mandates',
    input: {},
    item: z.strictObject({
      id, principal: id, principalName: maybeText, agent: id, agentName: maybeText, evidence: text, since: day, until: maybeDay,
      endedAt: maybeInstant,
    }),
    ask: async (db, actor, _asked, window) => within((await aboutMe(db, self(actor))).mandates, window).map(row => ({
      id: row.id, principal: row.principal_id, principalName: row.principal, agent: row.agent_id, agentName: row.agent,
      evidence: row.evidence, since: row.since, until: row.until, endedAt: row.ended_at,
    })),
  }),
  list({
    name: 'people.posts',
    input: { on: z.iso.date().optional() },
    item: z.strictObject({
      id, kind: text, person: id, name: maybeText, organisation: text, organisationId: id, organisationKind, over: maybeText, since: day,
      until: maybeDay,
    }),
    ask: async (db, _actor, { on }, window, { now }) => within(await postsHeld(db, on ?? await localDay(db, now)), window)
      .map(({ id, kind, name, organisation, over, since, until, person_id, organisation_id, organisation_kind }) =>
        ({ id, kind, name, organisation, over, since, until, person: person_id, organisationId: organisation_id,
          organisationKind: organisation_kind })),
  }),
  list({
    name: 'people.grids', input: {}, item: z.strictObject({ id, name: text, kind: gridKind }),
    ask: async (db, _actor, _asked, window) => within(await grids(db), window).map(({ id, name, kind }) => ({ id, name, kind })),
  }),
  question({
    name: 'people.named',
    input: { name: z.string().min(1).max(40) },
    output: listOf(z.strictObject({ id, name: maybeText, homes: z.array(z.strictObject({ label: text, tie })) })),
    ask: async (db, actor, { name }) => ({
      next: null,
      items: (await peopleNamed(db, actor, 'see roster', name)).map(({ id, name, homes }) =>
        ({ id, name, homes: homes.map(({ label, kind }) => ({ label, tie: kind })) })),
    }),
  }),
]

function rows() {
  return z.array(z.record(z.string(), z.unknown()))
}

/** The person who asks about himself. Throws Refused for whoever did not sign in. */
export function self(actor: Actor): number {
  if (actor.personId === null) throw new Refused(lang => rightText(lang).signIn)
  return actor.personId
}
