// After the rush: closed, counted, sealed, taken away, and held against the simulator's book by the stand-alone verifier.
import { verifierKey } from '#kit/log/note.ts'
import { closeDecision, type Majority } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { archiveOf, lastHead, logSigner, zipped } from '#modules/record/public.ts'
import { sealAll } from '../../../src/jobs/record.ts'
import { checkVote, said, unzipped } from '../../../public/verify-vote.js'
import { countedOf, sums, type Plan } from './book.ts'
import { act, COMMUNITY, type Estate, type Ground } from './estate.ts'
import type { Vote } from './prepare.ts'

export interface Reckoning {
  readonly wrong: readonly string[]
  readonly seconds: Readonly<Record<'close' | 'archive' | 'verify', number>>
  readonly megabytes: number
  readonly ledger: number
  readonly counted: number
}

/** Closes it and compares. */
export async function reckon(ground: Ground, { chair }: Estate, vote: Vote, plans: readonly Plan[]): Promise<Reckoning> {
  const { house, time } = ground
  time.now = vote.closes
  const [close] = await timed(() => act(ground, closeDecision, passerBy(COMMUNITY.id), { id: vote.id }))
  await sealAll(house)
  const { key, head } = await house.database.look(COMMUNITY.id, async db => {
    const head = await lastHead(db)
    return { head, key: verifierKey(logSigner(house.means.secrets, db, head?.origin ?? '')) }
  })
  if (!head) throw new Error('nothing was sealed')
  const [archive, bytes] = await timed(async () => zipped(await house.database.look(COMMUNITY.id, db => archiveOf(db, house.means.secrets, chair, vote.id))))
  const [verify, verdict] = await timed(async () => checkVote(await unzipped(bytes), key))
  const wrong = verdict.checks.filter(({ ok }) => !ok).map(check => said(check, 'en'))
  const byNumber = new Map(verdict.counted.map(ballot => [ballot.number, ballot.choices]))
  wrong.push(...plans.flatMap(plan => differs(plan, vote, byNumber)), ...questionsDiffer(verdict.result, plans, vote))
  const acts = plans.reduce((sum, { steps }) => sum + steps.length, 0)
  if (verdict.ledger.length !== acts) wrong.push(`the ledger has ${verdict.ledger.length} ballots, the book ${acts}`)
  return { wrong, seconds: { close, archive, verify }, megabytes: bytes.length / 1e6, ledger: verdict.ledger.length, counted: verdict.counted.length }
}

function differs(plan: Plan, { voters }: Vote, counted: ReadonlyMap<number | null, object>): string[] {
  const number = voters.get(plan.person)?.number ?? 0
  const [is, must] = [JSON.stringify(counted.get(number)), JSON.stringify(countedOf(plan) ?? undefined)]
  return is === must ? [] : [`of number ${number} ${is} was counted, not ${must}`]
}

function questionsDiffer(result: Record<string, unknown>, plans: readonly Plan[], { voters }: Vote): string[] {
  const questions = result['questions'] as Majority[]
  return (['1', '2'] as const).flatMap((name, i) => {
    const [own, theirs] = [sums(plans, person => voters.get(person)?.area ?? 0, name), questions[i]]
    const all = { yes: theirs?.votes.yes, no: theirs?.votes.no, abstained: theirs?.votes.abstained, spoiled: theirs?.spoiled }
    return (['yes', 'no', 'abstained', 'spoiled'] as const).flatMap(kind => own[kind].heads === all[kind]?.heads && own[kind].area === all[kind]?.area ? []
      : [`question ${name}: ${kind} is ${JSON.stringify(all[kind])}, in the book ${JSON.stringify(own[kind])}`])
  })
}

async function timed<T>(run: () => Promise<T>): Promise<[seconds: number, answer: T]> {
  const began = performance.now()
  const answer = await run()
  return [(performance.now() - began) / 1000, answer]
}
