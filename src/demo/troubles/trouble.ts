// What goes wrong in a neighbourhood, as people say it. Pure data, and how it is spoken.
import type { KINDS } from '#modules/matters/public.ts'
import type { PictureName } from '../pictures.ts'
import type { Random } from '../random.ts'
import type { ThingKind } from '../things.ts'

/** One kind of trouble. `{甲|乙}` in a text is one or the other. */
export interface Trouble {
  at: ThingKind | 'estate' | 'building' | 'entrance' | 'home'
  kind: (typeof KINDS)[number]
  say: string
  /** What is told when it is sorted out: who comes, when, what it costs. */
  plan: string
  /** What is told when it is done. */
  done: string
  urgent?: true
  /** Talked over by the neighbours first. */
  talked?: true
  picture?: PictureName
}

/** The text with one of each `{甲|乙}` taken. */
export function spoken(text: string, random: Random): string {
  return text.replace(/\{([^}]*)\}/gu, (_, choices: string) => random.pick(choices.split('|')))
}
