// Openings: whoever may open a home finds it here and sees his own; the secretary judges, the street looks on.
import { Invalid, Refused } from '#kit/errors.ts'
import {
  holds, JUDGED_WITHIN, judgeOpening, judgeOpeningInput, lacks, mayNotJudge, mayNotLook, openingById, openingsSeen, seesOpenings, type Opening,
} from '#modules/people/public.ts'
import { findPlace } from '#modules/places/public.ts'
import { openingText, reasonText, verdictText } from '#text/break-glass.ts'
import { postText } from '#text/people.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/openings?home=: with an address it goes to the home. */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = openingText(lang)
  const opens = holds(actor, 'break glass')
  if (!opens && !seesOpenings(actor)) throw new Refused(lacks(actor, 'see openings', null) ?? (() => t.notYours))
  const address = (url.searchParams.get('home') ?? '').trim().slice(0, 60)
  const { place } = opens && address ? await findPlace(db, address) : { place: null }
  if (place?.kind === 'home') return goTo(`/${community.slug}/homes/${place.id}/open`)
  const seen = await openingsSeen(db, actor)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me` }, html`${opens && finder(visit, address)}
<section>${head(seesOpenings(actor) ? t.all : t.mine)}${seen.length === 0 ? empty(t.none) : list(seen.map(one => row(visit, one)))}</section>`)
}

/** GET /:community/openings/:id */
export const one: Page = visit => shown(visit, EMPTY)

/** POST /:community/openings/:id/judge */
export const judge: Submit = async sent => {
  const { form, community } = sent
  try {
    await sent.act(judgeOpening, { id: idIn(sent), verdict: typed(form, 'verdict'), words: typed(form, 'words') })
    return goTo(`/${community.slug}/openings`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
}

function finder({ lang, community }: Visit, address: string): Html {
  const t = openingText(lang)
  return html`<p>${t.lead}</p>${address && note('sun', 'search', t.notFound)}
<form class="search" role="search" action="/${community.slug}/openings"><label class="vh" for="home">${t.find}</label><input type="search" id="home" name="home" value="${address}" placeholder="${
  t.findHint}" maxlength="60"><button class="btn b-line">${icon('search')}${t.findDo}</button></form>`
}

function row({ lang, community, now }: Visit, opening: Opening) {
  return {
    href: `/${community.slug}/openings/${opening.id}`, title: dotted(opening.label, reasonText(lang)[opening.reason]),
    meta: dotted(dayAndTime(lang, opening.opened_at, community.time_zone), opening.opener), chip: standing(lang, opening, now),
  }
}

function standing(lang: Visit['lang'], { verdict, opened_at }: Opening, now: Temporal.Instant): Html {
  if (verdict) return html`<span class="badge ${verdict === 'justified' ? 'leaf' : 'alarm'}">${verdictText(lang)[verdict]}</span>`
  const late = Temporal.Instant.compare(opened_at.add(JUDGED_WITHIN), now) < 0
  return html`<span class="badge ${late ? 'alarm' : 'sun'}">${late ? openingText(lang).late : openingText(lang).waits}</span>`
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = openingText(lang)
  const opening = await openingById(db, actor, idIn(visit))
  const at = `/${community.slug}/openings`
  const time = (instant: Temporal.Instant) => dayAndTime(lang, instant, community.time_zone)
  return framed(visit, { title: t.title, narrow: true, back: at }, html`<section class="card"><h2>${opening.label}</h2>
<p>${dotted(t.who, t.by(opening.opener, postText(lang)[opening.opened_as as 'grid_worker']))}</p>
<p>${dotted(t.when, time(opening.opened_at))}</p>
<p>${dotted(t.why, reasonText(lang)[opening.reason], opening.words ?? t.erased)}</p>
<p class="dim sm">${t.saw(opening.shown.length)}</p>
<p>${standing(lang, opening, now)}</p>${opening.verdict ? html`<p>${t.judgedBy(opening.judge ?? '', opening.verdict_words ?? t.erased)}</p>`
    : html`<p class="dim sm">${t.waitsUntil(time(opening.opened_at.add(JUDGED_WITHIN)))}</p>`}</section>
${actor.personId === opening.opened_by && look(visit, opening)}
${mayNotJudge(actor, opening) === null ? html`<form class="stack" method="post" action="${at}/${opening.id}/judge">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, judgeOpeningInput, 'verdict', mend)}${field(lang, judgeOpeningInput, 'words', mend)}<div class="field"><button class="btn full">${t.judgeDo}</button></div></form>` : nothing}`)
}

function look({ lang, actor, community, now }: Visit, opening: Opening): Html {
  const t = openingText(lang)
  const reason = mayNotLook(actor, opening, now)
  return reason ? note('', 'clock', reason(lang)) : html`<form method="post" action="/${community.slug}/openings/${opening.id}/look">${requestKey(EMPTY)}<button class="btn full">${icon('phone')}${
    t.again}</button><p class="why center">${dotted(t.until(dayAndTime(lang, opening.ends_at, community.time_zone)), t.written)}</p></form>`
}
