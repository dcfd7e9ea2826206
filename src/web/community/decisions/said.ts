// Heads, areas, shares, marks and ballots in words, as the pages of a vote say them.
import type { Lang } from '#kit/phrase.ts'
import type { Choices, QuestionShown } from '#modules/decisions/public.ts'
import type { Weight } from '#modules/law/public.ts'
import { opinionText } from '#text/decision-words.ts'
import { ballotText, figuresText } from '#text/decision-pages.ts'
import { day as saidDay } from '#web/parts/time.ts'

/** 1234567 as 1,234,567: by hand, since sums are compared letter by letter. */
export function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** 47,236.20 ㎡, of an area in 0.01 m². */
export function areaSaid(lang: Lang, area: number): string {
  return figuresText(lang).squareMetres(bareArea(area))
}

/** 47,236.20, of an area in 0.01 m². */
export function bareArea(area: number): string {
  const cents = area % 100
  return `${grouped((area - cents) / 100)}.${String(cents).padStart(2, '0')}`
}

/** 371 人. */
export function headsSaid(lang: Lang, heads: number): string {
  return figuresText(lang).people(grouped(heads))
}

/** Both measures in one line. */
export function weightSaid(lang: Lang, { heads, area }: Weight): string {
  return `${headsSaid(lang, heads)}, ${areaSaid(lang, area)}`.replace(', ', lang === 'zh' ? '，' : ', ')
}

/** Percent with one digit, cut and not rounded, so that nothing looks reached that is not. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor(part * 1000 / whole) / 10
}

/** A receipt or mark in fours: 7K3F-92QD-4M1X. */
export function inFours(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/gu, '$1-')
}

/** What a ballot says to one question. */
export function choiceSaid(lang: Lang, question: QuestionShown, choices: Choices): string {
  const choice = choices[String(question.position)]
  if (choice === undefined) return '–'
  if (typeof choice === 'string') return question.seats === null || choice === 'spoiled' ? opinionText(lang)[choice] : ballotText(lang).abstain
  return choice.map(number => question.candidates.find(one => one.number === number)?.name ?? '').join(lang === 'zh' ? '、' : ', ')
}

/** ①, ②, … up to ⑳. */
export function circled(position: number): string {
  return String.fromCodePoint(0x245F + position)
}

/** A day as people say it, with its year. */
export function dayOf(lang: Lang, day: Temporal.PlainDate): string {
  return saidDay(lang, day.toString())
}

/** A place without the estate that everybody on the page is in: 3号楼 1单元 602. */
export function within(label: string, estate: string): string {
  return label.startsWith(`${estate} `) ? label.slice(estate.length + 1) : label
}
