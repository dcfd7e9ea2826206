// What the name of a place tells: its order among its siblings, and for a home the floor. Pure.

const DIGITS = '零一二三四五六七八九'
const LETTER = 1_000_000

/** The position of a place by its name: 10号楼 after 9号楼, 二单元 after 一单元, B座 after A座. */
export function positionOf(name: string): number {
  const text = name.normalize('NFKC').toUpperCase()
  const letter = /[A-Z]/.exec(text)?.[0]
  const number = /\d+/.exec(text)?.[0] ?? chinese(/[零一二三四五六七八九十]+/.exec(text)?.[0] ?? '')
  return (letter ? letter.charCodeAt(0) - 64 : 0) * LETTER + Number(number) % LETTER
}

// Up to 九十九, which is as many entrances or buildings as anybody names in words.
function chinese(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words]
  const value = (word: string | undefined, none: number) => word ? Math.max(DIGITS.indexOf(word.charAt(0)), 0) : none
  return value(tens, 1) * 10 + value(ones, 0)
}

/** The floor in a home's name: 5 for 501, 10 for 1-1003; null when it tells none. */
export function floorOf(name: string): number | null {
  const number = /(?<!\d)(\d{1,2})\d{2}(?!\d)\D*$/u.exec(name.normalize('NFKC'))?.[1]
  return number && Number(number) > 0 ? Number(number) : null
}
