// What happens, as it happens: server-sent events over fetch, resumed by the id of the last one, so that nothing is missed and nothing
// comes twice.
import { Problem, problemIn } from './problem.ts'

/** One act that the caller may know of. `id` is its number in the journal; after a restart go on behind it. */
export interface LiveEvent {
  id: number
  /** Such as matters.raise. */
  action: string
  /** Such as matters/83; ask for it to see how it stands. */
  subject: string
  /** RFC 3339. */
  at: string
}

const RETRY = 2000
const LONGEST = 60_000

/**
 * Every event behind `after` (from now on, without it), over as many connections as it takes. Throws Problem when the caller may not
 * listen.
 */
export async function* events(open: (after?: string) => Promise<Response>, after?: string): AsyncGenerator<LiveEvent> {
  let place = after
  for (let broken = 0; ; broken++) {
    const answer = await open(place).catch(() => null)
    if (answer?.ok && answer.body) {
      for await (const { id, data } of blocks(answer.body)) {
        broken = 0
        if (data !== '') yield JSON.parse(data) as LiveEvent
        place = id ?? place
      }
    } else if (answer && answer.status < 500 && answer.status !== 429) throw new Problem(await problemIn(answer))
    await pause(answer, broken)
  }
}

interface Block {
  id: string | undefined
  data: string
}

// A line that breaks is the end of a stream like any other: the next one goes on where this one stopped.
async function* blocks(body: ReadableStream<Uint8Array>): AsyncGenerator<Block> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      if (done) return
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) yield { id: field(part, 'id')[0], data: field(part, 'data').join('\n') }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function field(block: string, name: string): string[] {
  return block.split('\n').filter(line => line.startsWith(`${name}:`)).map(line => line.slice(name.length + 1).replace(/^ /u, ''))
}

function pause(answer: Response | null, broken: number): Promise<void> {
  const asked = Number(answer?.headers.get('retry-after') ?? 0) * 1000
  return new Promise(resolve =>
    { setTimeout(resolve, Math.max(asked, Math.min(LONGEST, broken === 0 ? RETRY : RETRY * 2 ** Math.min(broken, 6)))) })
}
