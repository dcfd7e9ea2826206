// Asking what holds, by its unit. Pure.
import { RULES, type KeyOf, type Value } from '#modules/law/rule.ts'
import type { Rule, Rules } from '#modules/law/resolve.ts'
import type { Share } from '#modules/law/share.ts'

/** A value together with the rule it stands in. */
export interface Held<T> {
  readonly value: T
  readonly rule: Rule
}

/** A share that must be there: the nation's pack has it (a test sees to it). */
export function shareIn(rules: Rules, key: KeyOf<'share'>): Held<Share> {
  const found = held(rules.rules[key], value => typeof value === 'object' ? value : null)
  if (!found) throw new RangeError(`no pack says ${key}`)
  return found
}

/** A number in the unit of its key; null where no layer sets one, or says only `promptly`. */
export function numberIn(rules: Rules, key: KeyOf<'days' | 'months' | 'count' | 'deadline'>): Held<number> | null {
  return held(rules.rules[key], value => typeof value === 'number' ? value : null)
}

/** Yes or no; null where no layer says. */
export function flagIn(rules: Rules, key: KeyOf<'flag'>): Held<boolean> | null {
  return held(rules.rules[key], value => typeof value === 'boolean' ? value : null)
}

/** One of the choices of a rule; null where no layer says. */
export function choiceIn<K extends KeyOf<'choice'>>(rules: Rules, key: K): Held<Choice<K>> | null {
  const choices: readonly Choice<K>[] = RULES[key].of
  return held(rules.rules[key], value => choices.find(choice => choice === value) ?? null)
}

export type Choice<K extends KeyOf<'choice'>> = (typeof RULES)[K]['of'][number]

function held<T>(rule: Rule | undefined, read: (value: Value) => T | null): Held<T> | null {
  const value = rule ? read(rule.value) : null
  return rule && value !== null ? { value, rule } : null
}
