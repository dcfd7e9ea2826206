// What Linju knows before a community has taught it anything: learned once, from our own made-up sentences.
import type { Track } from '#db/tables.ts'
import { gramsOf, type Grams } from '#modules/router/grams.ts'
import { learn, type Example, type Model } from '#modules/router/learn.ts'
import { activity } from '#modules/router/lessons/activity.ts'
import { building } from '#modules/router/lessons/building.ts'
import { care } from '#modules/router/lessons/care.ts'
import { hygiene } from '#modules/router/lessons/hygiene.ts'
import { leak } from '#modules/router/lessons/leak.ts'
import { lift } from '#modules/router/lessons/lift.ts'
import { noise } from '#modules/router/lessons/noise.ts'
import { other } from '#modules/router/lessons/other.ts'
import { owners } from '#modules/router/lessons/owners.ts'
import { parking } from '#modules/router/lessons/parking.ts'
import { pets } from '#modules/router/lessons/pets.ts'
import { power } from '#modules/router/lessons/power.ts'
import { property } from '#modules/router/lessons/property.ts'
import { space } from '#modules/router/lessons/space.ts'
import { water } from '#modules/router/lessons/water.ts'
import type { Told } from '#modules/router/lessons/told.ts'
import { categoryWords, trackWords } from '#modules/router/lessons/words.ts'
import { TRACKS } from '#modules/methods/public.ts'
import { CATEGORIES, type Category } from '#modules/router/track.ts'

const TOLD: Record<Category, Told> = {
  lift, water, power, hygiene, parking, noise, leak, space, building, property, owners, care, pets, activity, other,
}

/** Every sentence that we made up, with the way and the category that we gave it. */
export const sentences: readonly { text: string, track: Track, category: Category }[] = CATEGORIES.flatMap(category =>
  TRACKS.flatMap(track => (TOLD[category][track] ?? []).map(text => ({ text, track, category }))))

/** What was learned of the ways, and what of the categories. */
export interface Shipped {
  tracks: Model<Track>
  categories: Model<Category>
  /** How often a category goes a way: from 0 to 1, never 0. */
  usual(category: Category, track: Track): number
}

/** Learns both from some of the sentences. */
export function learnFrom(told: typeof sentences): Shipped {
  const read = told.map(({ text, ...labels }) => ({ ...labels, grams: seen(text) }))
  return {
    tracks: learn([...read.map(({ grams, track }) => ({ grams, label: track })), ...words(trackWords, TRACKS)], TRACKS),
    categories: learn([...read.map(({ grams, category }) => ({ grams, label: category })), ...words(categoryWords, CATEGORIES)], CATEGORIES),
    usual: usualOf(told),
  }
}

function usualOf(told: typeof sentences): Shipped['usual'] {
  const count = (of: (sentence: typeof sentences[number]) => boolean) => told.filter(of).length
  const shares = new Map(CATEGORIES.map(category => [category, new Map(TRACKS.map(track => [track,
    (count(each => each.category === category && each.track === track) + 1) / (count(each => each.category === category) + TRACKS.length)]))]))
  return (category, track) => shares.get(category)?.get(track) ?? 0
}

function words<Label extends string>(list: Record<Label, string>, labels: readonly Label[]): Example<Label>[] {
  return labels.flatMap(label => list[label].split(' ').map(word => ({ grams: gramsOf(word), label })))
}

let learned: Shipped | null = null

/** What was learned from all of them; learned at the first call. */
export function shipped(): Shipped {
  learned ??= learnFrom(sentences)
  return learned
}

/** How far into a matter the classifier reads; what a person wants stands at the beginning. */
const READ = 500

/** What people write in every letter, whatever it is about. */
const COURTESY = /尊敬的|领导|书记|您好|你好|谢谢|感谢|希望|恳请|请求|投诉|举报|反映|反应|建议|咨询|问题|解决|处理|(?:有关|相关|职能)部门|政府|我们|小区|社区|居民|业主们?|能否|能不能/gu

/** A text as the classifier sees it: its first clause counts twice. */
export function seen(text: string): Grams {
  const read = text.slice(0, READ).replace(COURTESY, ' ')
  const clause = /^[^。！？!?；;\n]{1,40}/u.exec(read.trim())?.[0] ?? ''
  return gramsOf(clause, 1, gramsOf(read))
}
