// All that a page of a call knows, and the forms on it.
import { callById, doorCode, helpersOfCall, isCallers, shownName, type CallShown, type HelperShown } from '#modules/calls/public.ts'
import { today } from '#modules/communities/public.ts'
import { field, buttonOrWhy, errs, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import { addressOf, receiptIn } from './around.ts'
import { DEEDS, type DeedName } from './deeds.ts'

/** What makes the four digits at the door. */
export type Digits = Parameters<typeof doorCode>[0]

export interface Scene {
  readonly visit: Visit
  readonly shown: CallShown
  /** Everybody who ever said that he goes. */
  readonly helpers: readonly HelperShown[]
  /** The receipt of whoever called without an account, else ''. */
  readonly code: string
  /** The four digits that the caller reads out at the door; '' for everybody else. */
  readonly digits: string
  /** What is to be mended, and in which form. */
  readonly mend: Mend
}

/** Looks it up; `code` as it stands in the address or the form. Throws NotFound to whom it does not concern. Two statements. */
export async function sceneOf(visit: Visit, id: number, given: string, mend: Mend, digits: Digits): Promise<Scene> {
  const { db, actor, community, now } = visit
  const code = receiptIn(visit, id, given)
  const shown = await callById(db, actor, id, code !== '')
  const helpers = await helpersOfCall(db, id, today(community, now), now)
  return { visit, shown, helpers, code, mend, digits: isCallers(actor, shown.call) ? doorCode(digits, community.id, id) : '' }
}

/** A form that does it; with what was typed where it was sent back. */
export function form(scene: Scene, name: DeedName, body: Html, look = ''): Html {
  const { visit: { lang, community }, shown: { call }, code } = scene
  const mend = mendOf(scene, name)
  return html`<form${look && html` class="${look}"`} method="post" action="${addressOf({ community }, call.id)}/do/${name}">${errs(lang, mend)}${requestKey(mend)}${
    code && html`<input type="hidden" name="receipt" value="${code}">`}${body}</form>`
}

/** A button that does it at once; where one may not, grey, with the reason. */
export function tap(scene: Scene, name: DeedName, words: string, look = ''): Html {
  const { visit: { lang, actor }, shown: { call } } = scene
  return form(scene, name, buttonOrWhy(lang, words, DEEDS[name].refuse(actor, call), look))
}

/** Whether the reader may do it now. */
export function may({ visit: { actor }, shown: { call } }: Scene, name: DeedName): boolean {
  return DEEDS[name].refuse(actor, call) === null
}

/** What is to be mended in this form. */
export function mendOf({ mend }: Scene, name: DeedName): Mend {
  return mend.values['deed'] === name ? mend : EMPTY
}

/** The fields of the form, folded in where nothing has to be written. */
export function fields(scene: Scene, name: DeedName, names: readonly string[] = DEEDS[name].fields): Html {
  const mend = mendOf(scene, name)
  return html`${names.map(one => field(scene.visit.lang, DEEDS[name].schema, one, mend))}`
}

/** A form that opens only for whoever wants it. */
export function folded(scene: Scene, name: DeedName, words: string, body: Html): Html {
  if (!may(scene, name)) return nothing
  return html`<details class="where"${mendOf(scene, name).problems.length > 0 && html` open`}><summary>${words}</summary>${form(scene, name, body, 'stack')}</details>`
}

/** His name for whoever may know it; else as neighbours read it. */
export function nameOf({ visit: { lang }, shown: { inside } }: Scene, { name, named }: HelperShown): string {
  return inside ? name ?? '' : shownName(lang, { name: name ?? '', named: Boolean(named) })
}

/** Those who go now. */
export function going({ helpers }: Scene): HelperShown[] {
  return helpers.filter(helper => helper.released_at === null)
}
