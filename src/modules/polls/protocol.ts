// What is kept of a count: the rule with its numbers, the ballots without their voters, every round. Anybody can count again from it.
import { z } from 'zod'
import type { PollRule } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { RULES } from '#modules/polls/poll.ts'
import { apiPollText } from '#text/api-polls.ts'
import { askText } from '#text/ballots.ts'

const number = z.int().nonnegative()
const numbers = z.array(number)

const round = z.strictObject({
  acts: z.array(z.strictObject({
    what: z.enum(['elected', 'excluded', 'surplus', 'transferred', 'restarted', 'taken', 'skipped'])
      .meta({ label: lang => apiPollText(lang).what }), candidates: numbers,
  })),
  tally: z.array(z.string().nullable()), exhausted: z.string(), lost: z.string(), quota: z.string().nullable(),
})

const tie = z.strictObject({
  round: number, about: z.enum(['elect', 'exclude', 'surplus', 'committee']).meta({ label: lang => apiPollText(lang).about }),
  among: z.array(numbers).meta({ label: lang => apiPollText(lang).among }), drawn: numbers,
  by: z.union([z.strictObject({ earlier: number }), z.literal('lot')]).meta({ label: lang => apiPollText(lang).by }),
  lots: z.array(z.string()).optional(),
})

/** The protocol of a count. Options are named by their place, from 0; amounts are exact texts. `method`: as in docs/counting.md. */
export const protocolShape = z.strictObject({
  rule: z.enum(RULES).meta({ label: lang => apiPollText(lang).rule }),
  method: z.string().meta({ label: lang => apiPollText(lang).method }),
  seats: number, most: number, top: number, options: z.array(z.string()), seed: z.string(), commitment: z.string(),
  asked: number.meta({ label: lang => apiPollText(lang).asked }), quorum: number, reached: z.boolean(), ballots: number, blank: number,
  elected: numbers, rounds: z.array(round), ties: z.array(tie).meta({ label: lang => apiPollText(lang).ended }),
  pairs: z.strictObject({ preferred: z.array(numbers), strongest: z.array(numbers), smith: numbers,
    condorcet: number.nullable() }).optional(),
})

export type Protocol = z.output<typeof protocolShape>

/** Equal ballots together: what is on them, in the order of the options, and how often. */
export const pilesShape = z.array(z.strictObject({ marks: numbers, times: z.int().positive() }))

export type Piles = z.output<typeof pilesShape>

/** What is known once a poll was counted. `protocol` null: a secret poll with so few ballots that they would tell. */
export interface Result {
  readonly taken: number
  readonly protocol: Protocol | null
  readonly ballots: Piles
  readonly receipts: readonly string[]
}

/** The result of a poll that the caller has been let see. Throws NotFound before the count. */
export async function resultOf(db: Reader, pollId: number): Promise<Result> {
  const found = await db.selectFrom('poll_result').select(['taken', 'protocol', 'ballots', 'receipts'])
    .where('community_id', '=', db.community).where('poll_id', '=', pollId).executeTakeFirst()
  if (!found) throw new NotFound(lang => askText(lang).noResult)
  return {
    taken: found.taken, protocol: protocolShape.nullable().parse(found.protocol), ballots: pilesShape.parse(found.ballots),
    receipts: z.array(z.string()).parse(found.receipts),
  }
}

/** The names of the options: of a yes/no poll these two, in the language of the record. */
export function namesOf(rule: PollRule, options: readonly { name: string }[]): string[] {
  return rule === 'yes_no' ? ['赞成 Yes', '不赞成 No'] : options.map(option => option.name)
}
