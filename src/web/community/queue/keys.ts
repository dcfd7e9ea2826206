// The list of keys; shown by the script that makes them work.
import type { Lang } from '#kit/phrase.ts'
import { keyText } from '#text/queue.ts'
import { html, type Html } from '#web/parts/html.ts'

const KEYS = { j: 'j', k: 'k', x: 'x', o: 'o', a: 'a', u: 'u', r: 'r', slash: '/', question: '?' } as const

/** The list, with the switch that turns the keys off (WCAG 2.1.4). */
export function keys(lang: Lang): Html {
  const t = keyText(lang)
  return html`<div class="only-wide gap"><details class="card no-print" id="keys" hidden><summary><b>${t.title}</b></summary><label class="tickbox"><input type="checkbox" id="keys-on" checked><span>${t.on}<small>${t.hint}</small></span></label>
<dl class="kv">${Object.entries(KEYS).map(([name, key]) => html`<dt><kbd>${key}</kbd></dt><dd>${t[name as keyof typeof KEYS]}</dd>`)}</dl></details></div>`
}
