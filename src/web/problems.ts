// What the kinds of problems mean that programs are told of: where the `type` of their answers leads.
import type { Handler } from 'hono'
import { getCookie } from 'hono/cookie'
import { NotFound } from '#kit/errors.ts'
import { frameText } from '#text/frame.ts'
import { problemKindText, problemsText } from '#text/problems.ts'
import { langOf } from './door.ts'
import { lookFrom } from './look.ts'
import { html } from './parts/html.ts'
import { page } from './parts/page.ts'

type Kind = keyof typeof problemKindText.pairs

const STATUS: Readonly<Record<Kind, number>> = {
  'bad-request': 400, 'unrecognised': 401, 'refused': 403, 'not-found': 404, 'conflict': 409, 'too-large': 413, 'unsupported-type': 415,
  'invalid': 422, 'too-often': 429, 'internal-error': 500,
}

/** GET /problems/:kind: all kinds, the one that was asked for first. */
export const problems: Handler = c => {
  const asked = c.req.param('kind') ?? ''
  if (!isKind(asked)) throw new NotFound(lang => frameText(lang).noPage)
  const lang = langOf(c)
  const t = problemsText(lang)
  const kinds = [asked, ...Object.keys(STATUS).filter(isKind).filter(kind => kind !== asked)]
  return c.html(page({
    lang, look: lookFrom(getCookie(c, 'look')), title: t.title, community: null, signedIn: false, here: c.req.path, narrow: true,
  }, html`<p class="dim">${t.lead}</p>${kinds.map(kind => html`<section class="card" id="${kind}"><h2><code>${kind}</code></h2><p>${
    problemKindText(lang)[kind]}</p><p class="dim sm">${t.status(STATUS[kind])}</p></section>`)}`))
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(STATUS, name)
}
