// What the classifier sees of a text: its runs of one to three characters. Pure.

/** How much each run of characters counts in one text. */
export type Grams = Map<string, number>

const LONGEST_RUN = 3

/** The runs of one to three characters within each word of a text, folded (NFKC), lower case; without numbers and codes. Adds them to `into`. */
export function gramsOf(text: string, weight = 1, into: Grams = new Map()): Grams {
  for (const word of wordsOf(text)) {
    const characters = [...word]
    for (let from = 0; from < characters.length; from++) {
      let run = ''
      for (let to = from; to < Math.min(from + LONGEST_RUN, characters.length); to++) {
        run += characters[to]
        into.set(run, (into.get(run) ?? 0) + weight)
      }
    }
  }
  return into
}

/** The pairs of neighbouring characters of a text, each once. */
export function pairsOf(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(word => {
    const characters = [...word]
    return characters.slice(1).map((next, i) => `${characters[i]}${next}`)
  }))
}

function wordsOf(text: string): string[] {
  // 3号楼2单元501, A座, 12345: where and which, not what.
  return text.normalize('NFKC').toLowerCase().replace(/[a-z]*\p{N}+[a-z]*|(?<![a-z])[a-z](?![a-z])/gu, ' ').match(/[\p{L}\p{M}]+/gu) ?? []
}
