// The words of an agreement, and their seal. What is signed is in Chinese, as a committee files it. Pure.
import { createHash } from 'node:crypto'
import { yuanOf } from '#modules/matters/public.ts'
import { floorsIn, type Key } from '#modules/sharing/keys.ts'
import { agreementText, keyMeansText, keyText } from '#text/sharing.ts'

/** What an agreement says. `consensus`: of how many homes said what about the key; `lines`: what each home pays, in the order of the homes. */
export interface Terms {
  number: number
  matter: number
  place: string
  what: string
  cents: number
  monthly: boolean
  key: Key
  floors: string
  effectiveOn: string
  signatories: number
  objections: number
  consensus: { good: number, bearable: number, against: number, silent: number }
  lines: readonly Line[]
}

export interface Line {
  label: string
  weight: number
  cents: number
}

/**
 * The text that is signed, a sentence in each line. The table itself is no part of it, only its hash: neighbours may read the text where they may not
 * read the table. Under the key usage, where each month has its own, there is none.
 */
export function contentOf(terms: Terms): string {
  const t = agreementText('zh')
  const { key, consensus } = terms
  return [
    t.title(terms.number), t.about(terms.what, terms.matter),
    terms.monthly ? t.amountMonthly(yuanOf(terms.cents)) : t.amount(yuanOf(terms.cents)),
    t.homes(terms.place, terms.lines.length), t.key(keyText('zh')[key], keyMeansText('zh')[key]),
    ...key === 'floor' && floorsIn(terms.floors) ? [t.floors(terms.floors.replace(/\s*\n\s*/gu, '，'))] : [],
    t.rounding, key === 'usage' ? t.missing : t.table(hashOf(tableOf(terms.lines))),
    t.consensus(consensus.good, consensus.bearable, consensus.against, consensus.silent),
    ...terms.objections > 0 ? [t.answered(terms.objections)] : [],
    t.from(terms.effectiveOn), t.signatures(terms.signatories), t.ground,
  ].join('\n')
}

/** The table as it is hashed: home, weight and cents, separated by tabs, a home in each line. */
export function tableOf(lines: readonly Line[]): string {
  return lines.map(({ label, weight, cents }) => `${label}\t${weight}\t${cents}\n`).join('')
}

/** SHA-256 in hex of a text as UTF-8. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
