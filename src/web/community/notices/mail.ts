// 是我的邮箱: where the link in the confirming mail leads. Opening it does nothing; one tap does.
import { confirmMail } from '#modules/notices/public.ts'
import { noticePageText } from '#text/notices.ts'
import { framed } from '#web/frame.ts'
import { html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import { shownOnce, type Page, type Submit } from '#web/visit.ts'

/** GET /:community/notices/mail?p=person&k=key */
export const page: Page = async visit => {
  const { lang, url, community } = visit
  const t = noticePageText(lang)
  return framed(visit, { title: t.mail, narrow: true, back: `/${community.slug}` },
    html`<p>${t.mailMineLead}</p><form class="field" method="post" action="${url.pathname}${url.search}"><button class="btn full">${t.mailMine}</button></form>`)
}

/** POST to the same address; whoever holds the link may be signed out. */
export const submit: Submit = async sent => {
  const { url, lang, community } = sent
  await sent.act(confirmMail, { person: url.searchParams.get('p') ?? '', key: url.searchParams.get('k') ?? '' })
  const t = noticePageText(lang)
  return shownOnce(framed(sent, { title: t.mail, narrow: true, back: `/${community.slug}` }, toast(t.mailDone)))
}
