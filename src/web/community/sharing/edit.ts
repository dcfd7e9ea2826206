// What is shared, by which homes, with which weights: the form that begins it, and the same form when it is changed.
import { Invalid, Refused } from '#kit/errors.ts'
import { changeSharing, changeSharingInput, mayNotWithSharing, startSharing, startSharingInput } from '#modules/sharing/public.ts'
import { yuanOf } from '#modules/matters/public.ts'
import type { Place } from '#modules/places/public.ts'
import { sharingActText } from '#text/sharing.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { placeText } from '#text/places.ts'
import { idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { addressOf, around, sharingFrame, valueOf, wrongOf, type Around } from './around.ts'

const FIELDS = ['what', 'yuan', 'monthly', 'floors', 'tableOpen'] as const

/** GET /:community/matters/:id/sharing/edit */
export const page: Page = visit => shown(visit, null)

/** POST /:community/matters/:id/sharing/edit: begins it where `place` was sent, changes it otherwise. */
export const send: Submit = async sent => {
  const id = idIn(sent)
  const { form } = sent
  const written = { id, what: typed(form, 'what'), yuan: typed(form, 'yuan'), floors: typed(form, 'floors'), monthly: 'monthly' in form.fields, tableOpen: 'tableOpen' in form.fields }
  try {
    if ('starts' in form.fields) await sent.act(startSharing, { ...written, place: typed(form, 'place') })
    else await sent.act(changeSharing, { ...written, benefit: [form.fields['benefit'] ?? []].flat() })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
  return goTo(`${addressOf(sent, id)}?done=1`)
}

async function shown(visit: Visit, mend: Mend | null): Promise<Html> {
  const { lang, actor } = visit
  const t = sharingPageText(lang)
  const here = await around(visit)
  const { open, matter, at } = here
  const refusal = open ? mayNotWithSharing.handle(actor, { matter: matter.rules, open }) : mayNotWithSharing.start(actor, { matter: matter.rules, open })
  if (refusal) throw new Refused(refusal)
  const filled = mend ?? { values: written(here), problems: [] }
  const schema = open ? changeSharingInput : startSharingInput
  return sharingFrame(visit, matter, { title: open ? t.change : t.start, back: at }, html`<form class="stack" method="post" action="${at}/edit">${errs(lang, filled)}${requestKey(filled)}
${FIELDS.map(name => field(lang, schema, name, filled))}${open ? benefitFields(visit, here, filled) : placeFields(visit, matter.rules.place, filled)}
<div class="field"><button class="btn full">${open ? t.save : t.start}</button></div></form>`)
}

function written({ open }: Around): Mend['values'] {
  if (!open) return {}
  return {
    what: open.what, yuan: yuanOf(open.cents), floors: open.floors, ...open.monthly && { monthly: 'true' }, ...open.table_open && { tableOpen: 'true' },
    benefit: open.benefit.filter(home => home.benefits).map(home => String(home.id)),
  }
}

// What the matter's place is or lies in, the nearest first.
function placeFields({ lang }: Visit, place: Place, mend: Mend): Html {
  const wrong = wrongOf(mend, 'place')
  const areas = (['entrance', 'building', 'estate'] as const).flatMap(kind => {
    const id = place.kind === kind ? place.id : place[`${kind}_id`]
    return id === null ? [] : [{ id, words: placeText(lang)[kind] }]
  })
  return html`<input type="hidden" name="starts" value="true"><fieldset class="field${wrong && ' bad'}"><legend>${sharingActText(lang).place}</legend><div class="pick">${areas.map(({ id, words }, i) =>
    html`<label><input type="radio"${i === 0 && html` id="f-place"`} name="place" value="${id}"${valueOf(mend, 'place') === String(id) && html` checked`}><span>${words}</span></label>`)}</div>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>`
}

function benefitFields({ lang }: Visit, { open }: Around, mend: Mend): Html {
  if (!open) return nothing
  const chosen = new Set([mend.values['benefit'] ?? []].flat())
  return html`<fieldset class="field" id="f-benefit"><legend>${sharingActText(lang).benefit}</legend><div class="consent">${open.benefit.map(home =>
    html`<label class="tickbox"><input type="checkbox" name="benefit" value="${home.id}"${chosen.has(String(home.id)) && html` checked`}><span>${home.label}</span></label>`)}</div></fieldset>`
}
