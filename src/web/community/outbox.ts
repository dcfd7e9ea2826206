// The secretary's outbox: codes that wait to be passed on where there is no SMS gateway. Each look is written down.
import { perform } from '#kit/action.ts'
import type { WaitingCode } from '#kit/sign-in/code-sender.ts'
import { lacks, masked, ownersOfPhones, readOutbox } from '#modules/people/public.ts'
import { Refused } from '#kit/errors.ts'
import { outboxText } from '#text/outbox.ts'
import type { House } from '../../house.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, icon, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

interface Waiting {
  names: string
  phone: string
  code: string
  /** The clock time, such as 14:05. */
  until: string
}

/** GET /:community/outbox */
export function page(house: House): Page {
  return async visit => {
    const { lang, actor, community, now } = visit
    const reason = lacks(actor, 'read outbox', null)
    if (reason) throw new Refused(reason)
    const codes = await ofThisCommunity(visit, house, await house.codes.recentCodes())
    await perform(house.database, { ...house.means, now }, readOutbox, actor, { codes: codes.length })
    const t = outboxText(lang)
    return framed(visit, { title: t.title, current: 'home', narrow: true, back: `/${community.slug}` }, html`<p>${t.lead}</p>
${note('sun', 'warn', t.care)}
<section>${codes.length === 0 ? empty(t.none) : html`<div class="card flush list">${codes.map(one => row(visit, one))}</div>`}</section>
<p class="gap"><a class="btn full b-line" href="/${community.slug}/outbox">${icon('sync')}${t.again}</a></p>
<p class="why center">${icon('lock')}${t.written}</p>`)
  }
}

// Codes of phones that nobody here has are not hers to see.
async function ofThisCommunity(visit: Visit, house: House, codes: readonly WaitingCode[]): Promise<Waiting[]> {
  const indexed = codes.map(code => ({ ...code, index: house.means.secrets.blindIndex(code.phone) }))
  if (indexed.length === 0) return []
  const people = await ownersOfPhones(visit.db, indexed.map(code => code.index))
  return indexed.flatMap(({ index, phone, code, endsAt }) => {
    const names = people.filter(person => person.phone_index === index).map(person => person.name)
    const ends = endsAt.toTemporalInstant().toZonedDateTimeISO(visit.community.time_zone)
    const until = ends.toPlainTime().toString({ smallestUnit: 'minute' })
    return names.length === 0 ? [] : [{ names: names.join('、'), phone: masked(phone), code, until }]
  })
}

function row({ lang }: Visit, { names, phone, code, until }: Waiting): Html {
  return html`<div class="outbox"><span class="grow"><b class="row-title">${names}</b><span class="row-meta">${
    dotted(html`<span class="num">${phone}</span>`, outboxText(lang).until(until))}</span></span>
<b class="num code">${code.slice(0, 3)} ${code.slice(3)}</b></div>`
}
