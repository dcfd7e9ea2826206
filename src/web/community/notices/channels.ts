// The secretary's groups and programs: connect one, try it, disconnect it.
import { invalid } from '#kit/check.ts'
import { mayReach } from '#kit/channels/post.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { addChannel, addChannelInput, channels, endChannel, mayNotSetChannels, testChannel,
  webhookSecret } from '#modules/notices/public.ts'
import { channelKindText } from '#text/notice-ways.ts'
import { noticePageText } from '#text/notices.ts'
import type { House } from '../../../house.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

type Channel = Awaited<ReturnType<typeof channels>>[number]

/** GET /:community/channels */
export function page(house: House): Page {
  return visit => shown(house, visit, EMPTY)
}

/** POST /:community/channels: a new one. */
export function add(house: House): Submit {
  return async sent => {
    const { form, community } = sent
    try {
      const url = typed(form, 'url')
      if (!mayReach(url, house.carriers.reach)) throw invalid([{ field: 'url', reason: lang => noticePageText(lang).channelUrlWrong }])
      await sent.act(addChannel, { kind: typed(form, 'kind'), name: typed(form, 'name'), url, secret: typed(form, 'secret') })
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return sent.show(visit => shown(house, visit, { values: form.fields, problems: problem.problems }))
    }
    return goTo(`/${community.slug}/channels?done=channelAdded`)
  }
}

/** POST /:community/channels/change: try one, or end it. */
export const change: Submit = async sent => {
  const ending = typed(sent.form, 'how') === 'end'
  await sent.act(ending ? endChannel : testChannel, { id: typed(sent.form, 'id') })
  return goTo(`/${sent.community.slug}/channels?done=${ending ? 'channelEnded' : 'channelTested'}`)
}

async function shown(house: House, visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = noticePageText(lang)
  const reason = mayNotSetChannels(actor)
  if (reason) throw new Refused(reason)
  const there = await channels(db)
  const done = url.searchParams.get('done')
  return framed(visit, { title: t.channels, narrow: true, back: `/${community.slug}/undelivered` }, html`${
    done === 'channelAdded' || done === 'channelEnded' || done === 'channelTested' ? toast(t[done]) : nothing}<p class="dim">${t.channelsLead}</p>
<section>${there.length === 0 ? empty(t.channelsNone) : there.map(channel => one(house, visit, channel))}</section>
<section>${head(t.channelAdd)}<form class="card" method="post" action="/${community.slug}/channels">${errs(lang, mend)}${requestKey(mend)}${
    Object.keys(addChannelInput.shape).map(name => field(lang, addChannelInput, name,
      mend))}<div class="field"><button class="btn full">${t.channelAdd}</button></div></form></section>`)
}

function one(house: House, visit: Visit, channel: Channel): Html {
  const { lang, community } = visit
  const t = noticePageText(lang)
  return html`<form class="card" method="post" action="/${community.slug}/channels/change">${requestKey(EMPTY)}<input type="hidden" name="id" value="${channel.id}">
<h2>${channel.name}</h2><p class="dim sm">${dotted(channelKindText(lang)[channel.kind], last(visit, channel))}</p>
${channel.kind === 'webhook' && html`<p class="sm">${t.channelSigns}<br><code>${webhookSecret(house.means.secrets, community.id, channel.id)}</code></p>`}
<p class="row wrap"><button class="btn sm grow" name="how" value="test">${t.channelTest}</button><button class="btn b-line sm" name="how" value="end">${t.channelEnd}</button></p></form>`
}

function last({ lang, now, community }: Visit, { state, error, done_at }: Channel): string {
  const t = noticePageText(lang)
  if (state === null) return t.lastNone
  if (state === 'sent' && done_at !== null) return t.lastSent(said(lang, done_at, now, community.time_zone))
  return error === null ? t.lastWaiting : t.lastFailed(error)
}
