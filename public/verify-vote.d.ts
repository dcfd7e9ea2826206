// What verify-vote.js gives to tests and tools.
export interface VoteCheck { ok: boolean, code: VoteCode, values: Record<string, string | number> }
export type VoteCode = 'sums' | 'proof' | 'proofs' | 'announcement' | 'times' | 'roll' | 'rollSums' | 'ledgerRows' | 'ledger' | 'deliveries' | 'postings' | 'counted' | 'asMany'
  | 'secret' | 'opened' | 'resultSealed' | 'result' | 'resultSecret'
export interface LedgerAct { index: number, number: number, channel: string, at: string, time: number, commitment: string, leaf: Uint8Array, code: string }
export interface CountedBallot { area: number | null, channel: string | null, choices: Record<string, string | number[]>, mark: string, nonce: string | null, number: number | null }
export interface VoteVerdict {
  ok: boolean
  checks: VoteCheck[]
  result: Record<string, unknown>
  announcement: { secret: boolean, title: string, decision: string }
  title: string
  ledger: LedgerAct[]
  counted: CountedBallot[]
}
export interface Found { found: 'counted' | 'replaced' | 'among' | 'secret' | 'nothing', choices: CountedBallot['choices'] | null, act: LedgerAct | null, last?: LedgerAct }
export function unzipped(bytes: Uint8Array): Promise<Map<string, Uint8Array>>
export function checkVote(files: ReadonlyMap<string, Uint8Array>, keyText: string): Promise<VoteVerdict>
export function findBallot(vote: Pick<VoteVerdict, 'ledger' | 'counted' | 'announcement'>, typed: string): Found
export function said(check: VoteCheck, lang: 'zh' | 'en'): string
export function foundSaid(found: Found, lang: 'zh' | 'en', when?: (at: string) => string): string
