// The door for people: turns a request into a visit, a visit into a page, and every way to fail into a page that says so.
import type { Context, Handler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { perform, type Action, type Answer, type Request as Carried } from '#kit/action.ts'
import { draftsOf } from '#kit/drafts.ts'
import { NotFound } from '#kit/errors.ts'
import { formWithoutFiles, readForm, type FormLimits } from '#kit/uploads.ts'
import { today, type Community } from '#modules/communities/public.ts'
import { receiptSubject } from '#modules/matters/public.ts'
import { type Actor, actorOfAccount, masked, ownNumbers, passerBy } from '#modules/people/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../house.ts'
import { ownAccount } from '#web/account.ts'
import { networkAddress } from '#kit/network-address.ts'
import { demoDoors } from '../demo/doors.ts'
import { mayBeKept } from '#web/kept.ts'
import { langFrom, lookFrom } from '#web/look.ts'
import type { Html } from '#web/parts/html.ts'
import { typed, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import type { z } from 'zod'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Shows a page: one read-only transaction for the visitor and everything that the page asks. */
export function show(house: House, page: Page): Handler {
  return async c => {
    const around = await surroundings(house, c)
    return answer(c, await house.database.look(around.community.id, async db => {
      const who = await actor(around, db)
      return page({ ...around, db, actor: who, kept: draftsOf(house.means, who).kept })
    }))
  }
}

/** Shows a page that looks the same to everybody who did not sign in; to them it may be shown again as it was. */
export function showKept(house: House, page: Page): Handler {
  const shown = show(house, page)
  return async (c, next) => {
    const answer = await shown(c, next)
    const community = await house.communityAt(c.req.param('community') ?? '')
    if (community && answer instanceof Response) mayBeKept(answer, community.id)
    return answer
  }
}

/** Takes a form: reads it within its limits, lets the page act, and shows what the page answers. */
export function take(house: House, submit: Submit, limits: FormLimits = formWithoutFiles): Handler {
  return async c => {
    const form = await readForm(c.req.raw, limits)
    const around = await surroundings(house, c)
    const who = await house.database.look(around.community.id, db => actor(around, db))
    const drafts = draftsOf(house.means, who)
    const sent = { ...around, actor: who, form, kept: drafts.kept }
    const outcome = await submit({
      ...sent,
      show: page => house.database.look(around.community.id, db => page({ ...sent, db })),
      act: actAs(house, sent),
      keep: drafts.keep,
      letGo: drafts.letGo,
      tell: subject => house.means.bell.ring(around.community.id, subject),
      decrypt: sealed => house.means.secrets.decrypt(sealed),
    })
    return outcome instanceof Response ? outcome : c.html(outcome, 422)
  }
}

function actAs(house: House, sent: Pick<Sent, 'actor' | 'form' | 'now' | 'caller'>): Sent['act'] {
  const key = typed(sent.form, 'requestKey')
  const requestKey = UUID.test(key) ? key : undefined
  return <Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, input: unknown, carried?: Carried) =>
    perform(house.database, { ...house.means, now: sent.now, from: sent.caller.address }, act, sent.actor, input, { requestKey, ...carried })
}

async function surroundings(house: House, c: Context) {
  const params = c.req.param() as Record<string, string>
  const community = await house.communityAt(params['community'] ?? '')
  if (!community) throw new NotFound(lang => frameText(lang).noPage)
  const session = await house.signIn.whoIs(c.req.raw.headers)
  for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true })
  return {
    lang: langOf(c), look: lookFrom(getCookie(c, 'look')), url: new URL(c.req.url), params, community,
    accountId: session?.accountId ?? null, account: session && ownAccount(house, session), now: house.clock(), publicUrl: house.publicUrl,
    caller: { headers: c.req.raw.headers, address: networkAddress(c, house.proxies) },
    chosen: chosenIn(c, community.id),
    demoDoors: (db: Visit['db']) => demoDoors(db, house.means.secrets, community),
    ownNumbers: (db: Visit['db'], who: Actor) => ownNumbers(db, house.means.secrets, who),
    maskedPhone: (sealed: string) => masked(house.means.secrets.decrypt(sealed)),
    receiptFor: (subject: string) => house.means.secrets.receipt(subject),
    isReceipt: (id: number, code: string) => code === house.means.secrets.receipt(receiptSubject(community.id, id)),
  }
}

interface Asked {
  community: Community
  accountId: string | null
  /** Who of several people on one phone came in; only a wish: it counts where the account stands for that person. */
  chosen: number | undefined
  now: Temporal.Instant
}

async function actor(around: Asked, db: Visit['db']): Promise<Actor> {
  if (!around.accountId) return passerBy(db.community)
  return actorOfAccount(db, around.accountId, today(around.community, around.now), around.chosen)
}

/** The cookie that keeps who of several people on one phone came in. */
export function chosenCookie(community: number): string {
  return `as_${community}`
}

function chosenIn(c: Context, community: number): number | undefined {
  const chosen = Number(getCookie(c, chosenCookie(community)))
  return Number.isSafeInteger(chosen) ? chosen : undefined
}

/** The language of a request: `?lang=` chooses and is remembered. */
export function langOf(c: Context) {
  const asked = c.req.query('lang')
  if (asked === 'zh' || asked === 'en') setCookie(c, 'lang', asked, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
  return langFrom(asked ?? getCookie(c, 'lang'), c.req.header('accept-language'))
}

function answer(c: Context, shown: Html | Response): Response | Promise<Response> {
  return shown instanceof Response ? shown : c.html(shown)
}
