// Which words of a text spoke most for a label: what a reason quotes. Pure.
import { gramsOf } from '#modules/router/grams.ts'
import type { Model } from '#modules/router/learn.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A word below this share of the strongest one is not worth quoting. */
const WORTH = 0.35
const QUOTED = 3
const READ = 300

/** At most three words of the text, as they stand in it, that spoke most for the label; none where nothing did. */
export function weighed<Label extends string>(model: Model<Label>, label: Label, text: string): string[] {
  const at = model.labels.indexOf(label)
  const weights = [...new Set(wordsOf(text))].map(word => ({ word, weight: sum(gramsOf(word).keys(), gram => model.weigh(gram)[at] ?? 0) }))
    .filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  const least = (weights[0]?.weight ?? 0) * WORTH
  return weights.slice(0, QUOTED).filter(({ weight }) => weight >= least).map(({ word }) => word)
}

// A single Chinese character says too little by itself to be a reason.
function wordsOf(text: string): string[] {
  return [...words.segment(text.slice(0, READ))].filter(({ segment, isWordLike }) => isWordLike && [...segment].length > 1).map(({ segment }) => segment)
}

function sum(grams: Iterable<string>, weightOf: (gram: string) => number): number {
  let total = 0
  for (const gram of grams) total += weightOf(gram)
  return total
}
