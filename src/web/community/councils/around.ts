// What the pages of a session have in common: its frame, its heading, and forms that come back where something is to be mended.
import { Conflict, Invalid, TooOften } from '#kit/errors.ts'
import { sessionById, type Listed, type SessionShown } from '#modules/councils/public.ts'
import { councilText, kindText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'
import { framed, idIn } from '#web/frame.ts'
import { tooOften } from '#web/parts/again.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { toast, type Row } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** What of a page's forms has to be mended, by what the form does. */
export type Mends = Readonly<Record<string, Mend>>

/** A form's hidden word that says what it does. */
export function doing(name: string, mend: Mend = EMPTY): Html {
  return html`${requestKey(mend)}<input type="hidden" name="do" value="${name}">`
}

/** One button that does one thing to a session. */
export function tap(at: string, name: string, words: string, { look = 'b-line sm', label = '', more = {} }: { look?: string, label?: string, more?: Readonly<Record<string, string | number>> } = {}): Html {
  return html`<form class="no-print" method="post" action="${at}">${doing(name)}${Object.entries(more).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}<button class="btn ${look}"${
    label && html` aria-label="${words}: ${label}"`}>${words}</button></form>`
}

/** The session of the address, and its address. Throws NotFound. */
export async function sessionHere(visit: Visit): Promise<{ session: SessionShown, at: string }> {
  const session = await sessionById(visit.db, visit.actor, idIn(visit))
  return { session, at: `/${visit.community.slug}/sessions/${session.id}` }
}

/** The page of a part of a session. */
export function partPage(visit: Visit, { session, at }: { session: SessionShown, at: string }, title: string, body: Html): Html {
  return framed(visit, { title, narrow: true, back: at }, html`${
    visit.url.searchParams.has('done') ? toast(councilText(visit.lang).saved) : nothing}<p class="dim sm">${
    sessionText(visit.lang).nth(session.council_name, session.number)} ${session.title}</p>${body}`)
}

/** Takes the forms of a page, each told by its `do`: does it and goes to `after`, or shows the page with what is to be mended. */
export function taking(acts: Readonly<Record<string, (sent: Sent, id: number) => Promise<unknown>>>, shown: (visit: Visit, mends: Mends) => Promise<Html | Response>,
  after: (sent: Sent, id: number) => string): Submit {
  return async sent => {
    const name = typed(sent.form, 'do')
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined
    const again = (problems: Mend['problems']) => sent.show(visit => shown(visit, { [name]: { values: sent.form.fields, problems } }))
    if (!act) return again([])
    try {
      await act(sent, idIn(sent))
    } catch (problem) {
      if (problem instanceof Invalid) return again(problem.problems)
      if (problem instanceof Conflict) return again([{ field: 'text', reason: problem.reason }])
      if (problem instanceof TooOften) return tooOften(await again([{ field: 'text', reason: problem.reason }]), problem)
      throw problem
    }
    return goTo(after(sent, idIn(sent)))
  }
}

/** What somebody wrote in several lines. */
export function inLines(text: string): Html {
  return html`${text.split('\n').map((line, i) => i === 0 ? line : html`<br>${line}`)}`
}

/** A session as a row of a list. */
export function sessionRow({ lang, community }: Visit, one: Listed): Row {
  const t = sessionText(lang)
  return {
    href: `/${community.slug}/sessions/${one.id}`, title: one.title, icon: one.kind === 'mediation' ? 'lock' : 'discuss', tone: one.own ? 'brick' : 'sea',
    meta: dotted(one.council, dayAndTime(lang, one.begins_at, community.time_zone), one.room, kindText(lang)[one.kind]),
    chip: html`<span class="badge${one.stand === 'open' && ' brick'}">${t[`is_${one.stand}`]}</span>`,
  }
}
