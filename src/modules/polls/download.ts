// What anybody takes away to count again: everything as JSON, or the ranked ballots in the form that counting programs read (.blt). Pure.
import { orderOf } from '#modules/polls/ballot.ts'
import type { Protocol, Result } from '#modules/polls/protocol.ts'

/** The rule, the seed, the ballots without their voters, the receipts in the order of the alphabet, and our own count to compare with. */
export function ballotsFile(poll: { id: number, question: string, closes_at: Temporal.Instant }, result: Result) {
  const { taken, protocol, ballots, receipts } = result
  return { poll: poll.id, question: poll.question, closed: poll.closes_at.toString(), taken, protocol, ballots, receipts: [...receipts] }
}

/** The ranked ballots as .blt: candidates and seats, a line for each kind of ballot, the names. */
export function bltFile(question: string, { options, seats }: Protocol, ballots: Result['ballots']): string {
  const lines = ballots.map(({ marks, times }) => [times, ...orderOf(marks), 0].join(' '))
  return [`${options.length} ${seats}`, ...lines, '0', ...options.map(quoted), quoted(question), ''].join('\n')
}

// The form knows no way to write a quotation mark inside one.
function quoted(text: string): string {
  return `"${text.replaceAll('"', '”').replace(/\s+/gu, ' ')}"`
}
