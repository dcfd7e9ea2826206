// 票码: what is printed on a voter's paper. It names the number on the roll, and only this installation can make it; a misread letter is noticed.
import type { Secrets } from '#kit/secrets.ts'
import { nameOf, type Vote } from '#modules/decisions/ledger.ts'

/** The code of a voter's paper, such as 217-7K3F92QD: forty bits that nobody can guess for another number. */
export function paperCode(secrets: Pick<Secrets, 'receipt'>, vote: Vote, number: number): string {
  return `${number}-${secrets.receipt(`paper ${nameOf(vote)}/${number}`).slice(0, 8)}`
}

/** The number on the roll that a code stands for; null where it is none of this vote. What people mistake (O, I, L) and how they write it does not matter. */
export function paperNumber(secrets: Pick<Secrets, 'receipt'>, vote: Vote, typed: string): number | null {
  const [, digits = '', letters = ''] = /^(\d{1,7})[-\s]*([0-9A-Z\s-]{8,})$/u.exec(typed.normalize('NFKC').toUpperCase().trim()) ?? []
  const number = Number(digits)
  const code = letters.replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1')
  return number > 0 && paperCode(secrets, vote, number) === `${number}-${code}` ? number : null
}
