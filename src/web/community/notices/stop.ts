// 别再提醒: where the link in a message leads. Opening it does nothing (mail programmes open links by themselves); one tap does.
import { Refused } from '#kit/errors.ts'
import { muteMatter, stopMail, unmuteMatter } from '#modules/notices/public.ts'
import { noticePageText } from '#text/notices.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { note, toast } from '#web/parts/list.ts'
import { shownOnce, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/notices/stop?p=person&m=matter|mail&k=key */
export const page: Page = async visit => shown(visit)

/** POST to the same address: from that page, or from a mail programme's own button (RFC 8058). Both may be signed out. */
export const submit: Submit = async sent => {
  const [person, matter, key] = ['p', 'm', 'k'].map(name => sent.url.searchParams.get(name) ?? '')
  if (key === '') throw new Refused(lang => noticePageText(lang).oldLink)
  const again = typed(sent.form, 'how') === 'again'
  if (matter === 'mail') await sent.act(stopMail, { person, key })
  else await sent.act(again ? unmuteMatter : muteMatter, { person, matter, key })
  return sent.show(async visit => shownOnce(shown(visit, again ? 'again' : 'stopped')))
}

function shown(visit: Visit, done?: 'stopped' | 'again'): Html {
  const { lang, url, community } = visit
  const t = noticePageText(lang)
  const mail = url.searchParams.get('m') === 'mail'
  const matter = numberIn(url, 'm')
  const button = (words: string, how: string, look = '') => html`<form class="field" method="post" action="${url.pathname}${url.search}"><button class="btn full${look}" name="how" value="${how}">${words}</button></form>`
  return framed(visit, { title: t.stopTitle, narrow: true, back: `/${community.slug}` },
    !mail && matter === undefined ? note('', 'warn', t.oldLink)
      : done === undefined ? html`<p>${mail ? t.stopMailLead : t.stopLead(matter ?? 0)}</p>${button(t.stop, 'stop')}`
        : html`${toast(done === 'again' ? t.stopUndone : t.stopped)}${done === 'stopped' && !mail && button(t.stopAgain, 'again', ' b-line')}
<p class="gap"><a class="btn full b-line" href="/${community.slug}/me/notices">${icon('bell')}${t.settings}</a></p>`)
}
