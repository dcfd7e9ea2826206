// Finds every form of the site by walking through it, so that a form that is added later is tested without new code.
import { formsIn, type Control, type PageForm, type Visitor } from '#test/visitor.ts'

/** A form, and the page on which it stands. */
export interface Found {
  page: string
  form: PageForm
}

const MOST_PAGES = 60

/** Follows the site's own links from `start` and returns each form once: one with the same address and fields is the same. */
export async function formsOfSite(who: Visitor, start: readonly string[]): Promise<Map<string, Found>> {
  const forms = new Map<string, Found>()
  const seen = new Set<string>()
  const ahead = [...start]
  for (let page = ahead.shift(); page !== undefined && seen.size < MOST_PAGES; page = ahead.shift()) {
    if (seen.has(shape(page))) continue
    seen.add(shape(page))
    const { text } = await who.open(page)
    for (const form of formsOn(page, text)) forms.set(nameOf(form), { page, form })
    ahead.push(...[...text.matchAll(/ href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).filter(ours))
  }
  return forms
}

/** The forms of this page; one without an address goes to the page itself. */
export function formsOn(page: string, text: string): PageForm[] {
  return formsIn(text).map(form => ({ ...form, action: form.action || page }))
}

/** The fields into which a person types at will: here every string must be taken as it is, or refused with a reason. */
export function isFree(control: Control): boolean {
  return ['textarea', 'text', 'search'].includes(control.kind)
}

/** What a person who fills in everything well would send; a request key is new each time. */
export function filledIn(form: PageForm): Record<string, string> {
  const asked = form.controls.filter(control => control.kind !== 'file' && control.kind !== 'checkbox')
  return Object.fromEntries(asked.map(control => [control.name, good(control)]))
}

function good(control: Control): string {
  if (control.name === 'requestKey') return crypto.randomUUID()
  if (control.kind === 'textarea' || control.kind === 'text') return control.value || '三楼的灯晚上不亮'
  if (control.kind === 'search') return '电梯'
  if (['radio', 'select', 'button'].includes(control.kind)) return control.choices.find(choice => choice !== '') ?? ''
  return control.value ?? ''
}

// The other communities have the same pages; what is served as it is has no forms; a demo's door would change who walks.
function ours(path: string): boolean {
  return /^\/(shicheng|sign-in|set-up)(\/|\?|$)/.test(path) && !path.startsWith('/sign-in/demo/')
}

// /shicheng/matters/83?code=X and /shicheng/matters/84?code=Y are the same page to a walker.
function shape(path: string): string {
  return path.replace(/=[^&]*/g, '').replace(/\/\d+/g, '/0')
}

function nameOf(form: PageForm): string {
  return `${form.method} ${shape(form.action)} ${form.controls.map(control => control.name).sort().join(' ')}`
}
