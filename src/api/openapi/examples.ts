// Real requests with their real answers, one for each operation: recorded from a story that the tests live through again.
import { readFileSync } from 'node:fs'

/** As whom it was asked, what with, and what came back; an action has `input`, a question `query`. */
export interface Example {
  as: string
  input?: unknown
  query?: Record<string, string>
  answer: unknown
}

const recorded: Record<string, Example> = JSON.parse(readFileSync(new URL('./examples.json', import.meta.url), 'utf8'))

/** The example of the operation with this name, or undefined. */
export function exampleOf(name: string): Example | undefined {
  return recorded[name]
}
