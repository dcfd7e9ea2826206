// What somebody may need, and what that asks for. Pure. The words are in `needText`.
import type { Skill } from '#modules/volunteers/public.ts'

/** One kind of need. `skills`: any of these makes somebody fit. `health`: 120 comes first and must be read. `urgent`: asks at any hour. */
export interface Need {
  readonly skills: readonly Skill[]
  readonly health?: true
  readonly urgent?: true
  readonly icon: 'warn' | 'help' | 'home' | 'me' | 'do' | 'elder'
}

/** In the order in which they are offered: what cannot wait stands first. */
export const NEEDS = {
  hurt: { skills: ['first_aid', 'emergency_medicine', 'general_medicine', 'orthopaedics', 'nursing'], health: true, urgent: true, icon: 'warn' },
  ill: { skills: ['emergency_medicine', 'general_medicine', 'internal_medicine', 'paediatrics', 'nursing', 'first_aid'], health: true, urgent: true, icon: 'warn' },
  missing: { skills: ['patrol'], urgent: true, icon: 'elder' },
  locked_out: { skills: ['locksmith'], urgent: true, icon: 'home' },
  water: { skills: ['plumbing', 'carrying'], urgent: true, icon: 'help' },
  power: { skills: ['electrics'], icon: 'do' },
  carry: { skills: ['carrying'], icon: 'do' },
  company: { skills: ['company'], icon: 'me' },
  phone: { skills: ['phone_teaching'], icon: 'do' },
  other: { skills: [], icon: 'help' },
} as const satisfies Record<string, Need>

export type NeedKey = keyof typeof NEEDS

export const NEED_KEYS = Object.keys(NEEDS) as NeedKey[]

/** What a stored key asks for. */
export function needOf(key: string): Need {
  return isNeed(key) ? NEEDS[key] : NEEDS.other
}

/** Whether this is the key of a need. */
export function isNeed(key: string): key is NeedKey {
  return Object.hasOwn(NEEDS, key)
}
