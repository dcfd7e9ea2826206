// How right a classifier is, and the plain one that ours is compared with.

/** What something is, and what was said, the likeliest first. */
export interface Judged {
  is: string
  ranked: readonly string[]
}

/** The share that was right at once, from 0 to 1. */
export function accuracy(judged: readonly Judged[]): number {
  return among(judged, 1)
}

/** The share whose right label is among the first `many`. */
export function among(judged: readonly Judged[], many: number): number {
  return judged.filter(({ is, ranked }) => ranked.slice(0, many).includes(is)).length / judged.length
}

/** The mean over the labels of F1, so that rare ones count as much as common ones. */
export function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ is }) => is))]
  const scores = labels.map(label => {
    const right = judged.filter(({ is, ranked }) => is === label && ranked[0] === label).length
    const wrong = judged.filter(({ is, ranked }) => (is === label) !== (ranked[0] === label)).length
    return 2 * right / (2 * right + wrong)
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}
