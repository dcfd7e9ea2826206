// The whole method as text: to read, to change, to take along and to bring back; each mistake beside its line.
import { formWithoutFiles, type FormLimits } from '#kit/uploads.ts'
import { methodInForce, readMethod, type SourceProblem } from '#modules/methods/public.ts'
import { methodEditText, methodSourceText } from '#text/method-page.ts'
import { framed } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'
import { draftOf, draftToken, editorsOnly, keepDraft } from './draft.ts'
import { styles } from './page.ts'

const MOST = 65_536

/** The text in its field and the file beside it, 64 KB each; a Chinese character is three bytes. */
export const sourceLimits: FormLimits = { ...formWithoutFiles, body: 512 * 1024, fieldBytes: 3 * MOST + 4096, files: 1, fileBytes: 3 * MOST }

interface Written {
  source: string
  after: number
  problems: readonly SourceProblem[]
  gone: boolean
}

/** GET /:community/method/source?draft= */
export const page: Page = async visit => {
  editorsOnly(visit.actor)
  const { source, after, gone } = await draftOf(visit, draftToken(visit.url))
  return shown(visit, { source, after, problems: [], gone })
}

/** GET /:community/method/source.yaml: the version in force, for everybody. */
export const file: Page = async ({ db, community }) => {
  const { source, version } = await methodInForce(db)
  return new Response(source, { headers: {
    'content-type': 'application/yaml; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="${community.slug}-method-${version}.yaml"`,
  } })
}

/** POST /:community/method/source: to what differs, or here again with every mistake at its line. A file goes before the text. */
export const submit: Submit = async sent => {
  editorsOnly(sent.actor)
  const [brought] = sent.form.files
  const text = brought ? new TextDecoder().decode(brought.bytes) : typed(sent.form, 'source')
  const source = text.replaceAll('\r\n', '\n')
  const after = Number(typed(sent.form, 'after')) || 0
  const problems = [...sent.form.problems.map(({ reason }) => ({ line: 1, path: [], reason })), ...problemsOf(source)]
  if (problems.length > 0) return sent.show(async visit => shown(visit, { source, after, problems, gone: false }))
  return goTo(`/${sent.community.slug}/method/review${await keepDraft(sent, after, source)}`)
}

function problemsOf(source: string): readonly SourceProblem[] {
  if (source.length > MOST) return [{ line: 1, path: [], reason: lang => methodSourceText(lang).tooLong }]
  const read = readMethod(source)
  return 'problems' in read ? read.problems : []
}

function shown(visit: Visit, { source, after, problems, gone }: Written): Html {
  const { lang, community } = visit
  const t = methodSourceText(lang)
  const at = `/${community.slug}/method`
  const lines = source.split('\n')
  return framed(visit, { title: t.title, wide: true, back: at }, html`${styles}<p>${t.lead}</p>${gone ? note('sun', 'clock', methodEditText(lang).gone) : nothing}
${problems.length > 0 && told(visit, problems, lines)}
<p class="row wrap"><a class="btn b-line sm" href="${at}/source.yaml">${t.download}</a></p>
<form class="stack" method="post" action="${at}/source" enctype="multipart/form-data"><input type="hidden" name="after" value="${after}">
<div class="field${problems.length > 0 && ' bad'}"><label for="f-source">${t.text}</label><textarea class="yaml" id="f-source" name="source" spellcheck="false" maxlength="${MOST}"${problems.length > 0 && html` aria-invalid="true"`}>
${source}</textarea></div>
<div class="field"><label for="f-file">${t.file}</label><input type="file" id="f-file" name="file" accept=".yaml,.yml,text/yaml"></div>
<div class="field"><button class="btn full">${t.check}</button></div></form>
${problems.length > 0 && html`<section id="lines">${head(t.lines)}${numbered(lines, problems)}</section>`}`)
}

// Without script nothing can jump into the text field: so the line stands here, and again with its neighbours below.
function told({ lang }: Visit, problems: readonly SourceProblem[], lines: readonly string[]): Html {
  const t = methodSourceText(lang)
  return html`<div class="errs" role="alert" tabindex="-1"><h2>${t.wrong(problems.length)}</h2>${problems.map(({ line, reason }) =>
    html`<p>${icon('warn')} <a href="#line-${line}">${t.line(line)}</a> ${reason(lang)}<code class="wrong-line">${(lines[line - 1] ?? '').slice(0, 200)}</code></p>`)}</div>`
}

function numbered(lines: readonly string[], problems: readonly SourceProblem[]): Html {
  const wrong = new Set(problems.map(({ line }) => line))
  return html`<ol class="source" tabindex="0">${lines.map((line, i) => html`<li id="line-${i + 1}"${wrong.has(i + 1) && html` class="wrong"`}>${line}</li>`)}</ol>`
}
