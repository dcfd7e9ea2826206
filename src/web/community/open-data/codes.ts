// The codes that stand in the open data, and what each means: the same words as on the pages.
import type { Lang } from '#kit/phrase.ts'
import { levelText } from '#text/dossier.ts'
import { kindText, stepText } from '#text/matters.ts'
import { closedAsText } from '#text/open-data.ts'
import { placeText } from '#text/places.ts'
import { categoryText, trackText } from '#text/router.ts'
import { serviceClassText } from '#text/services.ts'
import { paidFromText } from '#text/work-more.ts'

type Words = (lang: Lang) => Readonly<Record<string, string>>

const placeKinds: Words = lang => {
  const { estate, building, entrance, thing } = placeText(lang)
  return { estate, building, entrance, thing }
}

const closings: Words = lang => {
  const t = closedAsText(lang)
  return { done: t.done, turned_down: t.turned_down }
}

const CODES: Readonly<Record<string, Words>> = {
  'matters.kind': kindText, 'matters.category': categoryText, 'matters.track': trackText, 'matters.step': stepText,
    'matters.closed_as': closings,
  'matters.level': levelText, 'steps.step': stepText, 'costs.paid_from': paidFromText, 'months.track': trackText,
    'spending.paid_from': paidFromText,
  'services.class': serviceClassText, 'places.kind': placeKinds,
}

/** Each code of a column of a set with its meaning; none where the column holds no codes. */
export function codesOf(lang: Lang, set: string, column: string): [code: string, words: string][] {
  return Object.entries(CODES[`${set}.${column}`]?.(lang) ?? {})
}
