// Reads a line of a chat group as an ask: what kind, until when, what in return. A guess that somebody looks at before it is sent. Pure.
import type { ErrandKind } from '#modules/errands/errand.ts'

/** What a form is filled with; moments as the browser picks them. */
export interface ReadLine {
  readonly askedFor: string
  readonly text: string
  readonly kind: ErrandKind
  readonly inReturn: ErrandKind | ''
  readonly from: string
  readonly until: string
}

/** The first that is found counts. Minding a child is asked for by a verb: "I am minding a child, who goes to the market" wants something else. */
const SIGNS: readonly (readonly [ErrandKind, RegExp])[] = [
  ['child', /(?:帮|替|谁能|谁来|找人|有人)[^，,。]{0,6}(?:看|带|照看|照顾|接)[^，,。]{0,6}(?:孩|娃|宝宝|孙)/u],
  ['company', /(?:陪|照看|照顾|看看)[^，,。]{0,6}(?:老人|奶奶|爷爷|我妈|我爸|妈妈|爸爸)/u],
  ['pet', /猫|狗|宠物|小鸟|兔子|仓鼠/u],
  ['parcel', /快递|取件|包裹|拿药|取药|寄件|驿站/u],
  ['shopping', /菜|市场|超市|买|带点|捎点/u],
  ['home', /浇花|看家|喂鱼|收衣服|信箱/u],
  ['carry', /搬|抬|扛|提上楼|拎/u],
  ['lend', /借/u],
  ['ride', /顺风车|顺路车|捎我|搭车|接我|送我/u],
  ['teach', /教|辅导|手机不会|不会用/u],
]

/** "小林: …", "小林 17:20 …": whoever said it stands before the words. */
const SPEAKER = /^(?:\[?[\d:：/\-\s]*\]?)([^\s:：，,。？?]{1,12})[ \t]*(?:\d{1,2}[:：]\d{2})?\s*[:：\n]\s*/u
const PHONE = /(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]?\d{7,8}/gu
const IN_RETURN = /我(?:可以|能|也能|来)?(?:帮|给|替)(?:你|您|大家|忙)/u

/** The parts of a day as people name them: from which hour until which. */
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/早上|清早|一早/u, 7, 9], [/上午/u, 8, 12], [/中午/u, 11, 13], [/下午/u, 13, 18], [/傍晚|放学|下班/u, 17, 19], [/今晚|晚上|晚饭/u, 19, 21],
]
const USUAL_HOURS = 2

/** What the line says, as far as it can be made out at this time. */
export function readChat(line: string, now: Temporal.Instant, zone: string): ReadLine {
  const [whole = '', askedFor = ''] = SPEAKER.exec(line) ?? []
  const text = line.slice(whole.length).replace(PHONE, '').replace(/\s+/gu, ' ').trim().slice(0, 300)
  const turn = IN_RETURN.exec(text)?.index ?? text.length
  const given = text.slice(turn)
  return { askedFor, text, kind: kindIn(text.slice(0, turn)) ?? 'other', inReturn: kindIn(given) ?? '', ...spanIn(text, now.toZonedDateTimeISO(zone)) }
}

function kindIn(words: string): ErrandKind | null {
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null
}

// A part of the day that is over today is meant for tomorrow.
function spanIn(text: string, now: Temporal.ZonedDateTime) {
  const day = /后天/u.test(text) ? 2 : /明[天早晚]/u.test(text) ? 1 : 0
  const [, from = 0, until = 0] = PARTS.find(([sign]) => sign.test(text)) ?? []
  const at = (hour: number) => now.toPlainDate().add({ days: day }).toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour } })
  if (until === 0) return spanned(day === 0 ? now : at(8), day === 0 ? now.add({ hours: USUAL_HOURS }) : at(20))
  const late = Temporal.ZonedDateTime.compare(at(until), now) <= 0 ? 1 : 0
  return spanned(at(from).add({ days: late }), at(until).add({ days: late }))
}

function spanned(from: Temporal.ZonedDateTime, until: Temporal.ZonedDateTime) {
  const picked = (moment: Temporal.ZonedDateTime) => moment.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return { from: picked(from), until: picked(until) }
}
