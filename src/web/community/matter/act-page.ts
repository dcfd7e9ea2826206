// One small form for each act on a matter that needs words: /:community/matters/:id/acts/:act.
import type { z } from 'zod'
import type { Action, Answer } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import {
  answerInput, answerQuestion, askInput, askResident, commentInput, commentOnMatter, closeInput, closeMatter, giveBackInput, giveBackMatter, matterById, mayNot, noteInside, notHere, noteInsideInput, pauseInput, pauseMatter,
  routeInput, routeMatter, setPrivate, setPrivateInput, titleOf, type MatterUnderMethod,
} from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { tracksOf } from '#modules/methods/public.ts'
import { CATEGORIES, categoryText, trackText } from '#modules/router/public.ts'
import { matterText } from '#text/matters.ts'
import { matterPageText } from '#text/pages.ts'
import { workText } from '#text/work.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

type Shown = Awaited<ReturnType<typeof matterById>>

interface Act {
  readonly title: Said
  readonly schema: z.ZodObject
  readonly fields: readonly string[]
  /** Why not, or null. */
  readonly refuse: (actor: Actor, matter: MatterUnderMethod, hasReceipt: boolean) => Said | null
  /** What stands in the form at first. */
  readonly begin?: (matter: Shown) => Mend['values']
  readonly send: (sent: Parameters<Submit>[0], input: Record<string, unknown>) => Promise<Answer>
}

function act<Schema extends z.ZodType, Subject, A extends Answer>(
  schema: z.ZodObject, action: Action<Actor, Schema, Subject, A>, refuse: Act['refuse'], begin?: Act['begin'],
): Act {
  const fields = Object.keys(schema.shape).filter(name => name !== 'id' && name !== 'receipt')
  return { title: action.summary, schema, fields, refuse, ...begin && { begin }, send: (sent, input) => sent.act(action, input) }
}

const handle: Act['refuse'] = (actor, matter) => mayNot.handle(actor, matter)

/** The acts by the last part of their address. */
export const ACTS = {
  'close': act(closeInput, closeMatter, (actor, matter) => mayNot.close(actor, matter)),
  'ask': act(askInput, askResident, handle),
  'answer': act(answerInput, answerQuestion, (actor, matter, hasReceipt) => mayNot.answer(actor, matter, hasReceipt)),
  'comment': act(commentInput, commentOnMatter, (actor, matter) => mayNot.comment(actor, matter)),
  'note': act(noteInsideInput, noteInside, handle),
  'pause': act(pauseInput, pauseMatter, (actor, matter) => mayNot.pause(actor, matter)),
  'give-back': act(giveBackInput, giveBackMatter, (actor, matter) => mayNot.giveBack(actor, matter)),
  'route': act(routeInput, routeMatter, handle, matter => ({ track: matter.track ?? '', category: matter.category ?? '' })),
  'private': act(setPrivateInput, setPrivate, handle, matter => ({
    text: matter.text, privateText: matter.private_text ?? '', ...matter.private && { private: 'true' },
  })),
} as const satisfies Record<string, Act>

/** GET /:community/matters/:id/acts/:act */
export const page: Page = visit => form(visit, EMPTY)

/** POST /:community/matters/:id/acts/:act */
export const send: Submit = async sent => {
  const chosen = actIn(sent)
  const values = Object.fromEntries(chosen.fields.map(name => [name, valueOf(chosen.schema, name, typed(sent.form, name))]))
  const receipt = typed(sent.form, 'receipt')
  return orAgain(sent, async () => {
    const { held } = await chosen.send(sent, { ...values, id: idIn(sent), ...'receipt' in chosen.schema.shape && { receipt } })
    return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=${held ? 'looked' : 'act'}${receipt && `&code=${encodeURIComponent(receipt)}`}`)
  }, mend => visit => form(visit, mend))
}

function actIn({ params }: Pick<Visit, 'params'>): Act {
  const name = params['act'] ?? ''
  if (!Object.hasOwn(ACTS, name)) throw new NotFound(lang => matterText(lang).notHere)
  return ACTS[name as keyof typeof ACTS]
}

// A tick that is not there is no; everything else is text.
function valueOf(schema: z.ZodObject, name: string, value: string): string | boolean {
  return (schema.shape[name] as z.ZodType).meta()?.control === 'tick' ? value !== '' : value
}

async function form(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const chosen = actIn(visit)
  const id = idIn(visit)
  const code = url.searchParams.get('code') ?? String(mend.values['receipt'] ?? '')
  const hasReceipt = visit.isReceipt(id, code)
  const matter = await matterById(db, actor, id, hasReceipt)
  if (matter.withdrawn_at) throw notHere()
  const filled: Mend = mend.problems.length > 0 ? mend : { ...mend, values: { ...chosen.begin?.(matter), ...mend.values } }
  const at = `/${community.slug}/matters/${id}`
  return framed(visit, { title: chosen.title(lang), narrow: true, back: hasReceipt ? `${at}?code=${encodeURIComponent(code)}` : at },
    html`<p class="dim sm">${id} · ${matter.title ?? titleOf(matter.text)}</p>
<form class="card" method="post" action="${at}/acts/${visit.params['act'] ?? ''}">${errs(lang, mend)}${requestKey(mend)}${hasReceipt && html`<input type="hidden" name="receipt" value="${code}">`}${
      chosen === ACTS.route ? routing(visit, matter, filled) : chosen.fields.map(name => field(lang, chosen.schema, name, filled))}
<div class="field">${buttonOrWhy(lang, matterPageText(lang).send, chosen.refuse(actor, matter.rules, hasReceipt))}</div></form>`)
}

// Only the tracks that the method has; fifteen categories are a list, not tiles.
function routing({ lang }: Visit, matter: Shown, mend: Mend): Html {
  const t = workText(lang)
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  return html`${choose(lang, 'track', t.track, tracksOf(matter.rules.method).map(track => ({ value: track, words: trackText(lang)[track] })),
    String(mend.values['track'] ?? ''), wrong('track'))}${choose(lang, 'category', t.category,
    CATEGORIES.map(category => ({ value: category, words: categoryText(lang)[category] })), String(mend.values['category'] ?? ''), wrong('category'))}`
}
