// Parts of a method in words, for the list, the drawing and the differences alike.
import type { Step, Track } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { limitText, type Limit } from '#modules/clocks/public.ts'
import type { ClockRule, Evidence, Method } from '#modules/methods/public.ts'
import type { PostKind } from '#modules/people/public.ts'
import { stepText } from '#text/matters.ts'
import { methodPageText } from '#text/method-page.ts'
import { postText } from '#text/people.ts'
import { trackText } from '#text/router.ts'
import { evidenceText } from '#text/work.ts'

/** What a method calls one of its steps. */
export function stepSaid(lang: Lang, method: Method, step: Step): string {
  return method.steps[step]?.name[lang] ?? stepText(lang)[step]
}

/** 限 7 天, 当天下班前. */
export function withinSaid(lang: Lang, limit: Limit): string {
  const t = methodPageText(lang)
  return limit.unit === 'end' ? t.until(limit.amount) : t.within(limitText(lang)(limit))
}

/** A clock: how long, when somebody is reminded, how it climbs. */
export function clockSaid(lang: Lang, { within, warn, climb }: ClockRule): string {
  const t = methodPageText(lang)
  const words = limitText(lang)
  return listed(lang, [withinSaid(lang, within), ...warn ? [t.warned(words(warn))] : [], ...climb ? [t.climbs(words(climb))] : []], '，')
}

/** 网格员、网格长、书记. */
export function postsSaid(lang: Lang, posts: readonly PostKind[]): string {
  return listed(lang, posts.map(post => postText(lang)[post]))
}

/** 写好的方案、写下的决定. */
export function evidenceSaid(lang: Lang, kinds: readonly Evidence[]): string {
  return listed(lang, kinds.map(kind => evidenceText(lang)[kind]))
}

/** 隐患处置、邻里互助. */
export function tracksSaid(lang: Lang, tracks: readonly Track[]): string {
  return listed(lang, tracks.map(track => trackText(lang)[track]))
}

function listed(lang: Lang, words: readonly string[], between = '、'): string {
  return words.join(lang === 'zh' ? between : ', ')
}
