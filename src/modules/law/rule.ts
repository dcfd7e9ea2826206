// The rules that a pack may set: in which unit, and which way is stricter. The law's own numbers stand in the packs alone. Pure.
import { SILENCE } from '#modules/law/count.ts'
import type { Share } from '#modules/law/share.ts'

/** 业主共同决定: Civil Code 278 items 1 to 9 in their order. Article 279 is no majority: see `unanimous`. */
export const KINDS = [
  'rules_of_procedure', 'covenant', 'committee', 'manager', 'fund_use', 'fund_raise', 'rebuild', 'common_parts', 'other',
] as const
export type Kind = typeof KINDS[number]

/** The layers, highest first. Beijing and Shanghai are provinces here. */
export const LAYERS = ['nation', 'province', 'city', 'estate'] as const
export type Layer = typeof LAYERS[number]

/** What is needed of those who took part; the later is the stricter. */
export const MAJORITIES = ['ordinary', 'special'] as const

/** Ballots by phone: not counted by law, counted, or only in the city's own ballot (then ours is asked advice and exported). */
export const INTERNET = ['advisory', 'binding', 'city_only'] as const

const share = { unit: 'share' } as const
const days = { unit: 'days' } as const
const months = { unit: 'months' } as const
const count = { unit: 'count' } as const
const flag = { unit: 'flag' } as const
const majority = { unit: 'choice', of: MAJORITIES, stricter: 'more' } as const
// `more`: the value is the least that must be met, so more is stricter. `less`: it is the most that is allowed.
const least = { stricter: 'more' } as const
const most = { stricter: 'less' } as const

/** Every rule. Days are whole calendar days; a deadline may be `promptly` where the law gives no number. */
export const RULES = {
  // Joint decisions.
  participation: { ...share, ...least },
  consent_ordinary: { ...share, ...least },
  consent_special: { ...share, ...least },
  majority_rules_of_procedure: majority,
  majority_covenant: majority,
  majority_committee: majority,
  majority_manager: majority,
  majority_fund_use: majority,
  majority_fund_raise: majority,
  majority_rebuild: majority,
  majority_common_parts: majority,
  majority_other: majority,
  silence: { unit: 'choice', of: SILENCE, stricter: null },
  interested_unanimous: { ...flag, ...least },
  parking_counts: { ...flag, stricter: null },
  mandates_per_agent: { ...count, ...most },
  internet: { unit: 'choice', of: INTERNET, stricter: null },
  city_ballot: { ...flag, stricter: null },
  announced_only: { ...flag, ...least },
  // The assembly's calendar.
  notice: { ...days, ...least },
  notice_extraordinary: { ...days, ...least },
  extraordinary_request: { ...share, ...most },
  committee_told: { ...flag, ...least },
  roll_posting: { ...days, ...least },
  drafts_posting: { ...days, ...least },
  candidates_posting: { ...days, ...least },
  voting: { ...days, ...least },
  result: { unit: 'deadline', ...most },
  revocation: { ...months, stricter: null },
  evidence_kept: { ...months, ...least },
  manager_dismissal: { ...days, ...least },
  manager_leaving: { ...days, ...least },
  // The committee.
  group_owners: { ...share, ...least },
  group_odd: { ...flag, ...least },
  group_size: { ...count, ...least },
  group_formed: { ...days, ...most },
  group_done: { ...days, ...most },
  committee_least: { ...count, ...least },
  committee_least_small: { ...count, ...least },
  committee_small_below: { ...count, stricter: 'less' },
  committee_most: { ...count, ...most },
  committee_odd: { ...flag, ...least },
  term_least: { ...months, ...least },
  term_most: { ...months, ...most },
  first_committee_meeting: { ...days, ...most },
  filing: { ...days, ...most },
  committee_agenda: { ...days, ...least },
  committee_quorum: { ...share, ...least },
  committee_majority: { ...share, ...least },
  committee_result: { unit: 'deadline', ...most },
  committee_special_request: { ...share, ...most },
  committee_special: { ...days, ...most },
  recall_request_members: { ...share, ...most },
  recall_request_owners: { ...share, ...most },
  change_of_term: { ...months, ...least },
  term_report: { ...months, ...least },
  handover: { ...days, ...most },
  // What must be open to owners.
  income_report: { ...months, ...most },
  fund_report: { ...months, ...most },
  seal_report: { ...months, ...most },
  income_to_fund: { ...share, ...least },
  /** Where the fund is below 30 % of its first amount. */
  income_to_fund_low: { ...share, ...least },
  report_open: { ...days, ...least },
  audit_open: { ...days, ...least },
} as const satisfies Record<string, Description>

type Description =
  | { unit: 'share' | 'days' | 'months' | 'count' | 'deadline' | 'flag', stricter: 'more' | 'less' | null }
  | { unit: 'choice', of: readonly string[], stricter: 'more' | 'less' | null }

export type Unit = Description['unit']
export type RuleKey = keyof typeof RULES
/** The keys of one unit. */
export type KeyOf<U extends Unit> = { [K in RuleKey]: (typeof RULES)[K]['unit'] extends U ? K : never }[RuleKey]

/** What a rule can say: a share, a whole number in its unit, `promptly`, yes or no, or one of its choices. It can be kept as JSON. */
export type Value = Share | number | boolean | string

/** Every key, in the order in which the table is read. */
export const RULE_KEYS = Object.keys(RULES).filter(isRuleKey)

/** Whether there is a rule of this name. */
export function isRuleKey(key: string): key is RuleKey {
  return Object.hasOwn(RULES, key)
}
