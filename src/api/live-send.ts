// One open stream: its place in the journal, and how it goes on from there as fast as its reader reads.
import type { HttpBindings } from '@hono/node-server'
import type { Piece } from './live-acts.ts'
import type { Follower, Tail } from './live-tail.ts'

/** Milliseconds between signs of life, and how long a reader may leave what was sent to him unread. */
const BREATH = 25_000
const PATIENCE = 60_000

type Out = HttpBindings['outgoing']

export interface Stream extends Follower {
  /** Sends what comes after `cursor`, for as long as the stream is open. */
  begin(tail: Pick<Tail, 'position'>, cursor: number, read: (cursor: number) => Promise<Piece>): void
}

/** A stream over an answer. `still`: whether its reader would be let in now; asked with each sign of life, and before anything guarded. */
export function openStream(out: Out, still: () => Promise<boolean>): Stream {
  let go: (() => Promise<void>) | null = null
  const wake = () => void go?.()
  return {
    wake,
    end: () => out.end(),
    begin(tail, from, read) {
      let cursor = from
      const next = async () => {
        const { upTo, text, guarded } = await read(cursor)
        if (guarded && !await still()) return void out.end()
        cursor = upTo
        if (text !== '' && !out.write(text)) await drained(out)
      }
      go = oneAfterTheOther(out, () => cursor < tail.position, next)
      // The place is told before anything happens, so that whoever loses the line now comes back to it.
      out.write(`retry: 2000\nid: ${cursor}\n\n`)
      breathe(out, still, () => cursor)
      wake()
    },
  }
}

// Whatever goes wrong ends the stream: the program comes back with the last id that reached it.
function oneAfterTheOther(out: Out, isMore: () => boolean, next: () => Promise<void>): () => Promise<void> {
  let going = false
  return async () => {
    if (going) return
    going = true
    try {
      while (!out.destroyed && isMore()) await next()
    } catch {
      out.destroy()
    }
    going = false
  }
}

// An event without data moves the reader's place and tells him nothing: what he may not see is not read again when he comes back.
function breathe(out: Out, still: () => Promise<boolean>, place: () => number): void {
  const breath = async () => {
    if (await still()) out.write(`id: ${place()}\n\n`)
    else out.end()
  }
  const timer = setInterval(() => void breath().catch(() => out.destroy()), BREATH).unref()
  out.once('close', () => clearInterval(timer))
}

function drained(out: Out): Promise<void> {
  if (out.destroyed) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('nobody reads')), PATIENCE)
    const over = () => {
      clearTimeout(late)
      out.off('drain', over)
      out.off('close', over)
      resolve()
    }
    out.on('drain', over)
    out.on('close', over)
  })
}
