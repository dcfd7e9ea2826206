// Names that a program takes for a UUID, made from something else: the same thing has the same name for ever.

/** A UUID (version 8, RFC 9562) of a keyed hash in hex: only this installation can make it, and another one never makes the same. */
export function uuidOf(keyed: string): string {
  const variant = (8 + Number.parseInt(keyed.charAt(16), 16) % 4).toString(16)
  return [keyed.slice(0, 8), keyed.slice(8, 12), `8${keyed.slice(13, 16)}`, variant + keyed.slice(17, 20), keyed.slice(20, 32)].join('-')
}
