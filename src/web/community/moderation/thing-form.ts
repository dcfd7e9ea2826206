// A small form about one thing of a matter: /:community/matters/:id/…?thing=note&of=12.
import type { z } from 'zod'
import { matterById } from '#modules/matters/public.ts'
import { thingText } from '#text/moderation.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { typed, type Mend, type Sent, type Visit } from '#web/visit.ts'

/** What stands on it; `address` is the last part of its address. */
export interface ThingForm {
  address: string
  title: string
  lead?: string
  schema: z.ZodObject
  fields: readonly string[]
  send: string
}

const KINDS = ['matter', 'note', 'photo', 'rating'] as const

/** The fields that name the thing, as a form sent them. */
export function thingIn(sent: Sent) {
  return { id: idIn(sent), thing: typed(sent.form, 'thing') || 'matter', of: typed(sent.form, 'of') || '0', receipt: typed(sent.form, 'receipt') }
}

/** The form. Throws NotFound where the matter is not to be seen. */
export async function thingForm(visit: Visit, form: ThingForm, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const id = idIn(visit)
  const asked = (name: string) => String(mend.values[name] ?? url.searchParams.get(name) ?? '')
  const code = asked('receipt') || (url.searchParams.get('code') ?? '')
  const hasReceipt = visit.isReceipt(id, code)
  const matter = await matterById(db, actor, id, hasReceipt)
  const kind = KINDS.find(known => known === asked('thing')) ?? 'matter'
  const at = `/${community.slug}/matters/${matter.id}`
  return framed(visit, { title: form.title, narrow: true, back: hasReceipt ? `${at}?code=${encodeURIComponent(code)}` : at }, html`<p class="dim sm">${
    dotted(String(matter.id), thingText(lang)[kind])}</p>${form.lead && html`<p>${form.lead}</p>`}
<form class="card" method="post" action="${at}/${form.address}">${errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="thing" value="${kind}"><input type="hidden" name="of" value="${
    /^\d{1,15}$/u.test(asked('of')) ? asked('of') : '0'}">${hasReceipt && html`<input type="hidden" name="receipt" value="${code}">`}${form.fields.map(name => field(lang, form.schema, name, mend))}
<div class="field"><button class="btn full">${form.send}</button></div></form>`)
}

/** Back to the matter's page, with what was done. */
export function toMatter(sent: Sent, done: string): string {
  const receipt = typed(sent.form, 'receipt')
  return `/${sent.community.slug}/matters/${idIn(sent)}?done=${done}${receipt && `&code=${encodeURIComponent(receipt)}`}`
}
