// Phone numbers as people type them, and as we compare them.

/** The number in E.164 (+8613800138000), or null when no text message can reach it. Eleven digits are a number of mainland China. */
export function phoneNumber(typed: string): string | null {
  if (typed.length > 40) return null
  const digits = typed.normalize('NFKC').replace(/[\s().\-–—]/g, '').replace(/^00/, '+')
  const mainland = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(digits)
  if (mainland) return `+86${mainland[1]}`
  return /^\+(?!86)[1-9]\d{6,14}$/.test(digits) ? digits : null
}

/** The number with its middle hidden, for pages and logs: 138****8000. */
export function maskedPhone(phone: string): string {
  const local = phone.replace(/^\+86/, '')
  return `${local.slice(0, 3)}****${local.slice(-4)}`
}
