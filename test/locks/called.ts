// Calls for help from one staircase in every state that somebody may act on: open, somebody goes, is there, it is over.
import { claimCallFor, confirmArrival, finishCall, makeCall } from '#modules/calls/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

/** Lays them: `raiser` calls from his home; `lead` was asked, or goes. */
export async function layCalls(here: TestHouse, { community, homes, raiser, lead, secretary }: {
  community: number, homes: readonly { id: number }[], raiser: Actor, lead: Actor, secretary: Actor,
}) {
  const make = async () => (await here.act(makeCall, raiser, { need: 'carry', place: homes[2]?.id, text: '搬个柜子' })).id
  const taken = async () => {
    const id = await make()
    await here.act(claimCallFor, secretary, { id, person: lead.personId })
    return id
  }
  const there = async () => {
    const id = await taken()
    await here.act(confirmArrival, raiser, { id })
    return id
  }
  const call = await make()
  await here.owner.query(`insert into call_asked (community_id, call_id, person_id, ring, who, asked_at)
    select $1, $2, $3, 1, 'entrance', called_at from call where community_id = $1 and id = $2 on conflict do nothing`, [community, call, lead.personId])
  const callHelped = await there()
  await here.act(finishCall, raiser, { id: callHelped })
  const callTaken = await taken()
  return { call, callTaken, callThere: await there(), callHelped, callHelper: await seenHelper(here, community, callTaken, lead) }
}

// Who goes is a volunteer by now; he put up a photo, and agreed that it and his number are shown.
async function seenHelper(here: TestHouse, community: number, call: number, { personId }: Actor): Promise<number> {
  const { files, secrets } = here.house.means
  const photo = await files.save(community, Buffer.from(secrets.encrypt('')), 'sealed')
  await here.owner.query('update volunteer set photo = $3 where community_id = $1 and person_id = $2', [community, personId, photo])
  await here.owner.query('update person set phone_sealed = coalesce(phone_sealed, $3) where community_id = $1 and id = $2', [community, personId, secrets.encrypt('+8613900002222')])
  await here.owner.query(`insert into consent (community_id, person_id, purpose, wording, given_at)
    select $1, $2, purpose, purpose || '_1', now() from unnest(array['show_photo', 'helper_phone']) purpose on conflict do nothing`, [community, personId])
  const { rows } = await here.owner.query<{ id: number }>('select id::int from call_helper where community_id = $1 and call_id = $2 and released_at is null', [community, call])
  return rows[0]?.id ?? 0
}

/** One good input for each act. */
export const CALL_SAMPLES: Readonly<Record<string, (trial: Trial) => { id?: number, [field: string]: unknown }>> = {
  'calls.make': ({ at }) => ({ need: 'carry', place: at.homes[0]?.id, text: '搬个柜子', phone: '13800001111' }),
  'calls.claim': ({ at }) => ({ id: at.call }),
  'calls.decline': ({ at }) => ({ id: at.call }),
  'calls.claimFor': ({ at }) => ({ id: at.call, person: at.worker }),
  'calls.release': ({ at }) => ({ id: at.callTaken, why: '孩子发烧了' }),
  'calls.askMore': ({ at }) => ({ id: at.callTaken }),
  'calls.arrive': ({ at }) => ({ id: at.callTaken }),
  'calls.confirmArrival': ({ at }) => ({ id: at.callTaken }),
  'calls.finish': ({ at }) => ({ id: at.callThere }),
  'calls.callOff': ({ at }) => ({ id: at.call }),
  'calls.end': ({ at }) => ({ id: at.call, how: 'settled' }),
  'calls.rate': ({ at }) => ({ id: at.callHelped, stars: 5 }),
  'calls.raiseFinding': ({ at }) => ({ id: at.callHelped, kind: 'other', text: '楼道灯不亮' }),
}

/** The pages. */
export const CALL_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/help': () => '/shicheng/help',
  '/:community/help/new': ({ at }) => `/shicheng/help/new?place=${at.homes[0]?.id}`,
  '/:community/help/past': () => '/shicheng/help/past',
  '/:community/help/print': ({ at }) => `/shicheng/help/print?building=${at.building}`,
  '/:community/help/:id': ({ at }) => `/shicheng/help/${at.call}`,
  '/:community/help/:id/helpers/:helper': ({ at }) => `/shicheng/help/${at.callTaken}/helpers/${at.callHelper}`,
}

const fields = (act: string) => (trial: Trial) =>
  Object.fromEntries(Object.entries(CALL_SAMPLES[act]?.(trial) ?? {}).filter(([name]) => name !== 'id').map(([name, value]) => [name, String(value)]))

const deed = (act: string): [string, Form] => [`/:community/help/:id/do/:deed (${act.slice('calls.'.length)})`, {
  act, path: trial => `/shicheng/help/${CALL_SAMPLES[act]?.(trial).id}/do/${act.slice('calls.'.length)}`, fields: fields(act),
}]

/** The forms. */
export const CALL_FORMS: Readonly<Record<string, Form>> = {
  '/:community/help/new': { act: 'calls.make', path: () => '/shicheng/help/new', fields: fields('calls.make') },
  '/:community/help/:id/phone': { act: 'calls.readPhone', path: ({ at }) => `/shicheng/help/${at.callTaken}/phone`, fields: () => ({}) },
  '/:community/help/:id/helpers/:helper/phone': { act: 'calls.readHelperPhone', path: ({ at }) => `/shicheng/help/${at.callTaken}/helpers/${at.callHelper}/phone`, fields: () => ({}) },
  ...Object.fromEntries(Object.keys(CALL_SAMPLES).filter(act => act !== 'calls.make').map(deed)),
}

/** The questions. */
export const CALL_QUERIES: Readonly<Record<string, (trial: Trial) => Readonly<Record<string, string | number>>>> = {
  'calls.list': () => ({}),
  'calls.show': ({ at }) => ({ id: at.call }),
  'calls.figures': () => ({}),
}
