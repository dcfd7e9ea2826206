// The word list at work: which kinds of listed words stand in a text. A match makes somebody look; no text is ever changed by it. Pure.
import { folded } from '#modules/moderation/folded.ts'
import { hasPrivateData } from '#modules/moderation/private-data.ts'
import { SHIPPED, SHIPPED_ALLOWED, type WordKind } from '#modules/moderation/shipped-words.ts'

/** A word of a community's own list; `allowed`: what contains it is no match, and the word itself is off the list. */
export interface OwnWord {
  word: string
  kind: WordKind | 'allowed'
}

/** Why a text makes somebody look, by what stands in it. */
export type WordCause = 'insult' | 'advertising' | 'other_word' | 'private_data'

/** Reads texts by one list. */
export type WordList = (text: string) => WordCause[]

const CAUSE = { insult: 'insult', advertising: 'advertising', other: 'other_word' } as const satisfies Record<WordKind, WordCause>

/** The list of a community: what is shipped, and its own words. */
export function wordList(own: readonly OwnWord[]): WordList {
  const allowed = [...SHIPPED_ALLOWED, ...own.filter(({ kind }) => kind === 'allowed').map(({ word }) => word)].map(folded).filter(Boolean)
  const listed = new Map<string, WordKind>()
  for (const [kind, words] of Object.entries(SHIPPED)) for (const word of words) listed.set(folded(word), kind as WordKind)
  for (const { word, kind } of own) if (kind !== 'allowed') listed.set(folded(word), kind)
  for (const word of allowed) listed.delete(word)
  listed.delete('')
  return text => {
    const read = folded(text)
    const hits = [...listed].flatMap(([word, kind]) => placesOf(read, word).map(at => ({ at, end: at + word.length, kind })))
    const meant = hits.length === 0 ? [] : hits.filter(notPartOf(read, allowed))
    return [...new Set<WordCause>([...meant.map(({ kind }) => CAUSE[kind]), ...hasPrivateData(read) ? ['private_data' as const] : []])]
  }
}

interface Hit {
  at: number
  end: number
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

// 社群交流 does not mean 群交: the hit ends in the middle of 交流. A word inside one longer word (大傻逼) is meant all the same.
function notPartOf(text: string, allowed: readonly string[]): (hit: Hit) => boolean {
  const shields = allowed.flatMap(word => placesOf(text, word).map(at => ({ at, end: at + word.length })))
  const segments = segmentsOf(text)
  return ({ at, end }) => !shields.some(shield => shield.at <= at && end <= shield.end)
    && !segments.some(segment => (segment.at < at && at < segment.end && segment.end < end) || (at < segment.at && segment.at < end && end < segment.end))
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function segmentsOf(text: string): Hit[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({ at: index, end: index + segment.length }))
}
