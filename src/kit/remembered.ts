// Answers that hardly ever change, asked at every request.

/** Asks again only what was last answered more than `seconds` ago; an answer of undefined is never remembered. At most `most` answers. */
export function remembered<Answer>(ask: (key: string) => Promise<Answer | undefined>, seconds: number, most = 1000): typeof ask {
  const answers = new Map<string, { answer: Answer, until: number }>()
  return async key => {
    const there = answers.get(key)
    if (there && there.until > performance.now()) return there.answer
    const answer = await ask(key)
    if (answers.size >= most) answers.clear()
    if (answer !== undefined) answers.set(key, { answer, until: performance.now() + seconds * 1000 })
    return answer
  }
}
