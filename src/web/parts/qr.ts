// QR codes as SVG: four modules of quiet, one path, no style.
import qrcode from 'qrcode'
import { html, type Html } from './html.ts'

const QUIET = 4
const KEPT = 500

/** The drawings of late, by address: a page's own code is the same at every look, and drawing it costs more than the rest of the page. */
const drawn = new Map<string, { side: number, path: string }>()

/** The code of an address, scalable, black on white also at night. `label` is what a screen reader says. */
export function qrSvg(address: string, label: string): Html {
  const { side, path } = drawn.get(address) ?? draw(address)
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
}

function draw(address: string): { side: number, path: string } {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  const pieces: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) pieces.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
  }
  const drawing = { side: modules.size + 2 * QUIET, path: pieces.join('') }
  if (drawn.size >= KEPT) drawn.clear()
  drawn.set(address, drawing)
  return drawing
}
