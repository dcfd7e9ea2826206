// Private data in words that everybody would read: mobile numbers, identity cards, bank cards. Service numbers and landlines are none. Pure.

const NUMERALS: Readonly<Record<string, string>> = {
  零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
  壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9',
}
const NUMERAL = new RegExp(`[${Object.keys(NUMERALS).join('')}]`, 'gu')
const MOBILE = /(?<!\d)(?:0?0?86)?1[3-9]\d{9}(?!\d)/u
const CARD = /(?<!\d)\d{17}[\dx](?!\d)/gu
const BANK = /(?<!\d)(?:62\d{14,17}|[45]\d{15})(?!\d)/gu

/** Whether such a number stands in a folded text, however it is written. */
export function hasPrivateData(text: string): boolean {
  const digits = text.replace(NUMERAL, numeral => NUMERALS[numeral] ?? numeral)
  return MOBILE.test(digits) || (digits.match(CARD) ?? []).some(isIdentityCard) || (digits.match(BANK) ?? []).some(isBankCard)
}

// GB 11643-1999: seventeen weighted digits and a check character; 7 to 14 are the day of birth.
function isIdentityCard(card: string): boolean {
  const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(card.charAt(i)), 0)
  return '10x98765432'.charAt(sum % 11) === card.charAt(17) && /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(card.slice(6))
}

// ISO/IEC 7812: the Luhn check.
function isBankCard(card: string): boolean {
  const sum = [...card].toReversed().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
