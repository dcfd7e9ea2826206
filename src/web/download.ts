// A file for the person to keep.
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** An answer that the browser saves under this name; the ending is added. */
export function download(name: string, format: keyof typeof TYPES, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), { headers: {
    'content-type': TYPES[format], 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="linju.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  } })
}
