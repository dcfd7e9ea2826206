// A linear classifier: one line between each label and all others (support vector machine, squared hinge loss), over tf-idf of character runs.
// Trained by dual coordinate descent (Hsieh et al. 2008) in a fixed order, so that the same examples always give the same model. Pure.
import type { Grams } from '#modules/router/grams.ts'

/** A text as its runs of characters, and what it was said to be. */
export interface Example<Label extends string> {
  grams: Grams
  label: Label
}

/** What was learned. */
export interface Model<Label extends string> {
  readonly labels: readonly Label[]
  /** How far the text lies on each label's side, in the order of `labels`; about -1 to 1, nothing like a probability. */
  score(grams: Grams): number[]
  /** How much one run of characters speaks for each label; zeros for a run that was never met. */
  weigh(gram: string): readonly number[]
}

interface Vector {
  ids: number[]
  values: number[]
}

/** How dearly an example on the wrong side is paid; chosen by cross-validation. */
const COST = 3
const ROUNDS = 15

/**
 * Learns from examples. Runs of characters met in fewer than `leastTexts` of them are left out: in long texts they only describe themselves.
 * `helpRare` (0.2 is much) helps labels that are rare among the examples and need not be rare elsewhere.
 */
export function learn<Label extends string>(
  examples: readonly Example<Label>[], labels: readonly Label[], { leastTexts = 1, helpRare = 0 } = {},
): Model<Label> {
  const { ids, rarity } = vocabulary(examples, leastTexts)
  const vectors = examples.map(example => vectorOf(example.grams, ids, rarity))
  const lines = labels.map(label => {
    const inside = examples.map(example => example.label === label)
    const weights = lineFor(vectors, inside, ids.size)
    weights[ids.size] = (weights[ids.size] ?? 0) - helpRare * Math.log(inside.filter(Boolean).length / inside.length)
    return weights
  })
  const silence = labels.map(() => 0)
  return {
    labels,
    score: grams => {
      const seen = vectorOf(grams, ids, rarity)
      return lines.map(weights => side(weights, seen))
    },
    weigh: gram => {
      const id = ids.get(gram)
      return id === undefined ? silence : lines.map(weights => (weights[id] ?? 0) * (rarity[id] ?? 0))
    },
  }
}

// Runs that are much more common on one side are stressed before the line is drawn (after Wang and Manning 2012): few examples go further.
function lineFor(vectors: readonly Vector[], inside: readonly boolean[], size: number): Float64Array {
  const stress = stressOf(vectors, inside, size)
  const stressed = vectors.map(({ ids, values }) => ({ ids, values: values.map((value, k) => value * (stress[ids[k] ?? 0] ?? 0)) }))
  return separating(stressed, inside, size).map((weight, id) => weight * (stress[id] ?? 1))
}

function stressOf(vectors: readonly Vector[], inside: readonly boolean[], size: number): Float64Array {
  const [here, there] = [new Float64Array(size).fill(1), new Float64Array(size).fill(1)]
  vectors.forEach(({ ids }, i) => {
    const counts = inside[i] ? here : there
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  })
  const total = Math.log(here.reduce((sum, n) => sum + n, 0) / there.reduce((sum, n) => sum + n, 0))
  return here.map((count, id) => 0.5 + 0.5 * Math.abs(Math.log(count / (there[id] ?? 1)) - total))
}

function vocabulary(examples: readonly Example<string>[], leastTexts: number) {
  const texts = new Map<string, number>()
  for (const { grams } of examples) for (const gram of grams.keys()) texts.set(gram, (texts.get(gram) ?? 0) + 1)
  const kept = [...texts].filter(([, count]) => count >= leastTexts)
  return {
    ids: new Map(kept.map(([gram], id) => [gram, id])),
    rarity: kept.map(([, count]) => Math.log((1 + examples.length) / (1 + count)) + 1),
  }
}

// Of length one, so that a long text weighs no more than a short one.
function vectorOf(grams: Grams, known: ReadonlyMap<string, number>, rarity: readonly number[]): Vector {
  const ids: number[] = []
  const values: number[] = []
  let square = 0
  for (const [gram, count] of grams) {
    const id = known.get(gram)
    if (id === undefined) continue
    const value = (1 + Math.log(count)) * (rarity[id] ?? 0)
    ids.push(id)
    values.push(value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  return { ids, values: values.map(value => value / length) }
}

// The last weight is the line's own, which no text carries.
function separating(vectors: readonly Vector[], inside: readonly boolean[], size: number): Float64Array {
  const weights = new Float64Array(size + 1)
  const pull = new Float64Array(vectors.length)
  const ease = 1 / (2 * COST)
  const stretch = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1) + ease)
  const order = vectors.map((_, i) => i)
  const chance = sequence()
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    for (const i of order) {
      const vector = vectors[i]
      if (!vector) continue
      const sign = inside[i] ? 1 : -1
      const before = pull[i] ?? 0
      const after = Math.max(0, before - (sign * side(weights, vector) - 1 + before * ease) / (stretch[i] ?? 1))
      if (after !== before) move(weights, vector, (after - before) * sign)
      pull[i] = after
    }
  }
  return weights
}

function side(weights: Float64Array, { ids, values }: Vector): number {
  let sum = weights[weights.length - 1] ?? 0
  for (let k = 0; k < ids.length; k++) sum += (weights[ids[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return sum
}

function move(weights: Float64Array, { ids, values }: Vector, step: number): void {
  for (let k = 0; k < ids.length; k++) weights[ids[k] ?? 0] = (weights[ids[k] ?? 0] ?? 0) + step * (values[k] ?? 0)
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + step
}

function shuffle(order: number[], chance: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    const [here = 0, there = 0] = [order[i], order[j]]
    order[i] = there
    order[j] = here
  }
}

// Park and Miller's generator, always from the same seed.
function sequence(): () => number {
  let state = 1
  return () => {
    state = state * 48_271 % 2_147_483_647
    return state / 2_147_483_647
  }
}
