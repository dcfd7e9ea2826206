// The proposal: which way a matter should go and what it is about, each with its reason; a worker decides. Pure.
import type { PlaceKind, Track } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import type { Alike, Lessons } from '#modules/router/lessons.ts'
import type { Model } from '#modules/router/learn.ts'
import { ruleFor, SPECIAL, type Item } from '#modules/router/rules.ts'
import { seen, shipped } from '#modules/router/shipped.ts'
import type { Category } from '#modules/router/track.ts'
import { weighed } from '#modules/router/weighed.ts'
import { categoryText, routerText, ruleText, trackText } from '#text/router.ts'

/** What is looked at. `kind` is what the resident tapped: broken, danger, dirty, noise, idea or other. */
export interface Raised {
  text: string
  kind: string
  placeKind: PlaceKind
  urgent: boolean
}

export interface Proposal {
  track: Track
  trackWhy: Said
  /** Where owners must decide together: which item of Civil Code 278 it is; null elsewhere. */
  item: Item | null
  /** The three likeliest, the likeliest first; `share` from 0 to 1. */
  categories: { category: Category, why: Said, share: number }[]
  /** Whether a glance is enough to confirm it. */
  sure: boolean
}

/** Turns sides into shares; found by cross-validation on our own sentences. */
const SHARPNESS = 4.5
/** How much the category says about the track, beside the words themselves; chosen with all real messages of bench/route.ts in sight (docs/router.md). */
const IMPLIED = 3
/** From where on a track counts as sure. */
const SURE = 0.9
/** How much alikeness makes a community's own corrections weigh as much as what Linju ships. */
const HALF = 0.5
/** Corrections overrule a rule when so many of them agree and they are, taken together, at least so alike. */
const SETTLED = { count: 3, alike: 0.75 }

/** What a resident's tap adds to a track, before shares are made. */
const LEANS: Record<string, Partial<Record<Track, number>>> = {
  broken: { hazard: 0.8 }, danger: { hazard: 2 }, dirty: { hazard: 0.8 }, noise: { mediation: 1.5 }, idea: { council: 0.6, activity: 0.6 },
}

/** Proposes; the same matter with the same lessons always gets the same proposal. */
export function propose(matter: Raised, lessons?: Lessons): Proposal {
  const { tracks, categories, usual } = shipped()
  const grams = seen(matter.text)
  const alike = lessons?.likest(matter.text) ?? []
  const about = sharesOf(categories, grams)
  const implied = (track: Track) => about.reduce((sum, { label, share }) => sum + share * usual(label, track), 0)
  const shares = blended(sharesOf(tracks, grams, track => lean(matter, track) + IMPLIED * Math.log(implied(track))), alike, 'track')
  const { track, why, item, settled } = trackOf(matter.text, shares, alike, tracks)
  return {
    track, trackWhy: why, item,
    categories: blended(about, alike, 'category').slice(0, 3)
      .map(({ label, share }) => ({ category: label, share, why: categoryWhy(label, matter.text, alike, categories) })),
    sure: settled || (shares[0]?.share ?? 0) >= SURE,
  }
}

interface Share<Label> {
  label: Label
  share: number
}

interface Way {
  track: Track
  why: Said
  item: Item | null
  /** By a rule, or by corrections that agree. */
  settled: boolean
}

function trackOf(text: string, shares: Share<Track>[], alike: Alike[], model: Model<Track>): Way {
  const rule = ruleFor(text)
  const taught = settledTrack(alike)
  if (rule && (taught === null || taught === rule.track)) return { track: rule.track, why: ruleWhy(rule), item: rule.item, settled: true }
  const track = taught ?? shares[0]?.label ?? 'council'
  const name: Said = lang => trackText(lang)[track]
  const same = alike.filter(each => each.track === track).length
  return { track, why: same > 0 ? taughtWhy(same, name) : wordsWhy(() => weighed(model, track, text), name), item: null, settled: taught !== null }
}

function settledTrack(alike: Alike[]): Track | null {
  const first = alike[0]
  if (!first || alike.length < SETTLED.count || alike.some(({ track }) => track !== first.track)) return null
  return alike.reduce((sum, each) => sum + each.alike, 0) >= SETTLED.alike ? first.track : null
}

function lean({ kind, placeKind, urgent }: Raised, track: Track): number {
  const home = placeKind === 'home' && (track === 'mediation' || track === 'help') ? 0.4 : 0
  return (LEANS[kind]?.[track] ?? 0) + home + (urgent && track === 'hazard' ? 0.5 : 0)
}

function sharesOf<Label extends string>(model: Model<Label>, grams: ReturnType<typeof seen>, extra: (label: Label) => number = () => 0): Share<Label>[] {
  const sides = model.score(grams)
  const powers = model.labels.map((label, i) => ({ label, share: Math.exp((sides[i] ?? 0) * SHARPNESS + extra(label)) }))
  const sum = powers.reduce((total, { share }) => total + share, 0)
  return powers.map(({ label, share }) => ({ label, share: share / sum })).toSorted((a, b) => b.share - a.share)
}

// The more alike the corrections are, the less our own sentences say.
function blended<Key extends 'track' | 'category'>(shares: Share<Alike[Key]>[], alike: Alike[], key: Key): Share<Alike[Key]>[] {
  const strength = alike.reduce((sum, each) => sum + each.alike, 0)
  const voteFor = (label: Alike[Key]) => alike.reduce((sum, each) => each[key] === label ? sum + each.alike : sum, 0)
  return shares.map(({ label, share }) => ({ label, share: (share * HALF + voteFor(label)) / (HALF + strength) }))
    .toSorted((a, b) => b.share - a.share)
}

function categoryWhy(category: Category, text: string, alike: Alike[], model: Model<Category>): Said {
  const same = alike.filter(each => each.category === category).length
  const name: Said = lang => categoryText(lang)[category]
  return same > 0 ? taughtWhy(same, name) : wordsWhy(() => weighed(model, category, text), name)
}

function ruleWhy({ name, item, quoted }: NonNullable<ReturnType<typeof ruleFor>>): Said {
  return lang => {
    const t = routerText(lang)
    const majority = item === null ? '' : SPECIAL.includes(item) ? t.special(item) : t.ordinary(item)
    return t.wrote(quoted, `${ruleText(lang)[name]}${majority}`)
  }
}

function taughtWhy(count: number, name: Said): Said {
  return lang => routerText(lang).taught(count, name(lang))
}

// Found when somebody reads it: most proposals are only stored.
function wordsWhy(find: () => string[], name: Said): Said {
  return lang => {
    const quoted = find()
    return quoted.length > 0 ? routerText(lang).sounds(quoted, name(lang)) : routerText(lang).guess
  }
}
