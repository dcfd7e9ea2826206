// The secretary changes clocks, chain and words of the method without seeing its text. One form, so that no tap loses what was typed.
import { invalid } from '#kit/check.ts'
import { formWithoutFiles, type FormLimits } from '#kit/uploads.ts'
import { editMethod, readMethod } from '#modules/methods/public.ts'
import { methodEditText } from '#text/method-page.ts'
import { framed } from '#web/frame.ts'
import { errs } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { draftOf, draftToken, editorsOnly, keepDraft } from './draft.ts'
import { editForm } from './edit-form.ts'
import { chainAfter, editsFrom, fieldOf } from './edits.ts'
import { styles } from './page.ts'

/** A method with clocks for every step of every track has some 400 fields. */
export const editLimits: FormLimits = { ...formWithoutFiles, fields: 700 }

/** GET /:community/method/edit?draft= */
export const page: Page = async visit => {
  editorsOnly(visit.actor)
  const draft = await draftOf(visit, draftToken(visit.url))
  return shown(visit, { source: draft.source, after: draft.after }, EMPTY, draft.gone)
}

/** POST /:community/method/edit: to what differs, or back here after a tap on the chain. */
export const submit: Submit = async sent => {
  editorsOnly(sent.actor)
  const basis = { source: typed(sent.form, 'source').replaceAll('\r\n', '\n'), after: Number(typed(sent.form, 'after')) || 0 }
  const before = readMethod(basis.source)
  const at = `/${sent.community.slug}/method`
  // Only somebody who wrote the request by hand comes here with a text that is no method.
  if ('problems' in before) return goTo(`${at}/edit`)
  const tap = typed(sent.form, 'tap')
  const chain = [sent.form.fields['chain'] ?? []].flat()
  const source = editMethod(basis.source, editsFrom(before.method, name => typed(sent.form, name), chainAfter(chain, tap, typed(sent.form, 'post'))))
  const after = readMethod(source)
  if ('problems' in after) return again(sent, basis, after.problems)
  const query = await keepDraft(sent, basis.after, source)
  return goTo(tap ? `${at}/edit${query}#f-chain` : `${at}/review${query}`)
}

interface Basis {
  source: string
  after: number
}

function again(sent: Sent, basis: Basis, problems: Extract<ReturnType<typeof readMethod>, { problems: unknown }>['problems']): ReturnType<Submit> {
  const wrong = invalid(problems.map(({ path, reason }) => ({ field: fieldOf(path) ?? 'chain', reason })))
  return sent.show(async visit => shown(visit, basis, { values: sent.form.fields, problems: wrong.problems }, false))
}

function shown(visit: Visit, basis: Basis, mend: Mend, gone: boolean): Html {
  const { lang, community } = visit
  const t = methodEditText(lang)
  const read = readMethod(basis.source)
  const at = `/${community.slug}/method`
  if ('problems' in read) return framed(visit, { title: t.title, narrow: true, back: at }, note('alarm', 'warn', t.sourceWrong))
  return framed(visit, { title: t.title, narrow: true, back: at }, html`${styles}<p>${t.lead}</p>${gone ? note('sun', 'clock', t.gone) : nothing}
<form class="stack" method="post" action="${at}/edit">${errs(lang, mend)}
<input type="hidden" name="source" value="${basis.source}"><input type="hidden" name="after" value="${basis.after}">
<div class="field"><button class="btn full">${t.see}</button></div>
${editForm(lang, read.method, mend)}
<div class="field"><button class="btn full">${t.see}</button></div></form>`)
}
