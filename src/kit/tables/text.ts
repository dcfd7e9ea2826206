import { TableProblem } from './problem.ts'

/** Decodes a text file: by its byte order mark (UTF-8, UTF-16), else UTF-8, else GB 18030 as Chinese Excel and WPS write it. */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeFirst(bytes, encodingsToTry(bytes))
  if (text.includes('\0') || text.startsWith('%PDF-')) throw new TableProblem('notTable')
  // Many Chinese programs export a web page or an XML document and name it .xls.
  if (/^\s*<(\?xml|!doctype|html|table|meta)\b/i.test(text)) throw new TableProblem('oldExcel')
  return text
}

function encodingsToTry(bytes: Uint8Array): string[] {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8']
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

function decodeFirst(bytes: Uint8Array, encodings: string[]): string {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new TableProblem(bytes.includes(0) ? 'notTable' : 'unreadable')
}
