// 已经在办: that water or power is out in the house may be known already; it keeps nobody from calling.
import { knownHere, titleOf } from '#modules/matters/public.ts'
import type { Place } from '#modules/places/public.ts'
import { oneCallText } from '#text/call-pages.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'

const CUT = ['water', 'power'] as const

/** Notes with a link to each; `need` '' where it is not said yet. At most one statement. */
export async function knownNotes({ db, actor, lang, community }: Visit, place: Place | null, need: string): Promise<Html> {
  const categories = CUT.filter(cut => need === '' || need === cut)
  if (place === null || categories.length === 0) return nothing
  const t = oneCallText(lang)
  const known = await knownHere(db, actor, { place, categories })
  return html`${known.map(({ id, text, step, around, category }) => note('', 'next', html`<a href="/${community.slug}/matters/${id}">${
    (step === 'raise' ? t.knownRaised : t.knownHandled)(around ?? '', category === 'power' ? t.power : t.water, titleOf(text))}</a>`))}`
}
