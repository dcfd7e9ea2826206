// The ballots without their voters, and our count: for whoever counts again.
import { NotFound } from '#kit/errors.ts'
import { ballotsFile, bltFile, isRanked, pollById, resultOf } from '#modules/polls/public.ts'
import { askText } from '#text/ballots.ts'
import { idIn } from '#web/frame.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/polls/:id/ballots.json */
export const asJson: Page = async visit => {
  const poll = await pollById(visit.db, visit.actor, idIn(visit))
  return file(visit, 'json', 'application/json', JSON.stringify(ballotsFile(poll, await resultOf(visit.db, poll.id)), null, 2))
}

/** GET /:community/polls/:id/ballots.blt: of ranked ballots only. */
export const asBlt: Page = async visit => {
  const poll = await pollById(visit.db, visit.actor, idIn(visit))
  const { protocol, ballots } = await resultOf(visit.db, poll.id)
  if (protocol === null || !isRanked(poll.rule)) throw new NotFound(lang => askText(lang).noResult)
  return file(visit, 'blt', 'text/plain; charset=utf-8', bltFile(poll.question, protocol, ballots))
}

function file(visit: Visit, ending: string, type: string, text: string): Response {
  return new Response(text, { headers: {
    'content-type': type, 'content-disposition': `attachment; filename="linju-poll-${idIn(visit)}.${ending}"`,
      'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
  } })
}
