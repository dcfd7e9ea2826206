// The message catalogue: each text stands once, as a pair [中文, English], so that neither language can lack a key.

export type Lang = 'zh' | 'en'

/** A text that is not yet in a language: what a refusal or an error carries to the door, where the reader's language is known. */
export type Said = (lang: Lang) => string

type Text = string | ((...values: never[]) => string)
type Pairs = Record<string, readonly [zh: Text, en: Text]>
type Spoken<T extends Pairs> = { readonly [K in keyof T]: T[K][0] extends string ? string : T[K][0] }

/** Several words in a row, as one says them: 甲、乙 or a, b. */
export function listed(lang: Lang, words: readonly string[]): string {
  return words.join(lang === 'zh' ? '、' : ', ')
}

/** The texts of one topic; call it with a language to read them. `pairs` is for the test that reads every text. */
export interface Phrases<T extends Pairs> {
  (lang: Lang): Spoken<T>
  pairs: T
}

/** Declares the texts of one topic, Chinese first. A text with values in it is a function, in both languages. */
export function phrases<const T extends Pairs>(pairs: T): Phrases<T> {
  const column = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[index]])) as Spoken<T>
  const spoken = { zh: column(0), en: column(1) }
  return Object.assign((lang: Lang) => spoken[lang], { pairs })
}
