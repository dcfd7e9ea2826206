// What became of one try to send something.

/** delivered: taken over. again: worth another try. never: it cannot arrive. gone: never, and the address should be forgotten. */
export interface Outcome {
  readonly how: 'delivered' | 'again' | 'never' | 'gone'
  /** A short code for people who mend it, such as `http 503`: no address, no words. */
  readonly why: string
}

export const DELIVERED: Outcome = { how: 'delivered', why: '' }

/** What an HTTP status says: 2xx delivered, 404 and 410 gone, 408, 425, 429 and 5xx again, all else never. */
export function ofStatus(status: number): Outcome {
  const why = `http ${status}`
  if (status >= 200 && status < 300) return DELIVERED
  if (status === 404 || status === 410) return { how: 'gone', why }
  return { how: [408, 425, 429].includes(status) || status >= 500 ? 'again' : 'never', why }
}
