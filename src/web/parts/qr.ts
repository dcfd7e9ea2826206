// QR codes as SVG: four modules of quiet, one path, no style.
import qrcode from 'qrcode'
import { html, type Html } from './html.ts'

const QUIET = 4

/** The code of an address, scalable, black on white also at night. `label` is what a screen reader says. */
export function qrSvg(address: string, label: string): Html {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const path: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
  }
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${path.join('')}"/></svg>`
}
