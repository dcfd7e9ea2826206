// Coming in by phone, as the stories of the doors tell it.
import type { Guest } from '#test/guest.ts'
import type { TestHouse } from '#test/database.ts'

/** The code that waits in the outbox for a phone without its country code; '' when there is none. */
export async function codeFor(here: TestHouse, phone: string): Promise<string> {
  const waiting = await here.house.codes.recentCodes()
  return waiting.find(one => one.phone === `+86${phone}`)?.code ?? ''
}

/** Asks for a code and types it in. */
export async function signIn(here: TestHouse, who: Guest, phone: string, way: Record<string, string> = { community: 'shicheng' }) {
  await who.send('/sign-in', { phone, ...way })
  return who.send('/sign-in/code', { phone, code: await codeFor(here, phone), ...way })
}

/** What the journal holds of one action, oldest first. */
export async function journal(here: TestHouse, action: string) {
  const asked = 'select community_id, person_id::int as person, facts from journal where action = $1 order by id'
  return (await here.owner.query(asked, [action])).rows
}
