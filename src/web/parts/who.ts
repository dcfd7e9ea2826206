// One of several people of the same name: told apart by where they live.
import type { Lang } from '#kit/phrase.ts'
import { postsText } from '#text/posts.ts'
import type { Mend } from '#web/visit.ts'
import { html, icon, type Html } from './html.ts'

interface Found {
  id: number
  name: string
  homes: readonly { label: string }[]
}

/** A choice among people, by name and home; the only one is chosen. */
export function whoOf(lang: Lang, found: readonly Found[], chosen: string, mend: Mend, name = 'person'): Html {
  const t = postsText(lang)
  const wrong = mend.problems.find(problem => problem.field === name)?.reason
  return html`<fieldset class="field${wrong && ' bad'}" id="f-${name}"><legend>${t.person}</legend><div class="pick two">${found.map(person =>
    html`<label><input type="radio" name="${name}" value="${person.id}"${(chosen === String(person.id) || found.length === 1) && html` checked`}><span>${person.name}<br><small>${
      person.homes[0]?.label ?? t.noHome}</small></span></label>`)}</div>${wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>`
}
