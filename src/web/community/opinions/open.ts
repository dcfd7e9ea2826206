// Opening a conversation: the question, a few statements, the last day.
import { Refused } from '#kit/errors.ts'
import { mayNotOpen, openConversation, openInput } from '#modules/opinions/public.ts'
import { conversationText } from '#text/opinion-page.ts'
import { opinionText } from '#text/opinions.ts'
import { framed, idFrom } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

const FIELDS = ['question', 'about', 'statements', 'until', 'matter'] as const

/** GET /:community/conversations/new?matter= */
export const page: Page = async visit => shown(visit, { ...EMPTY, values: { matter: visit.url.searchParams.get('matter') ?? '' } })

/** POST /:community/conversations/new */
export const submit: Submit = sent => orAgain(sent, async () => {
  const { form, community } = sent
  const { id } = await sent.act(openConversation, {
    question: typed(form, 'question'), about: typed(form, 'about'), until: typed(form, 'until'), matter: idFrom(typed(form, 'matter')) ?? null,
    statements: typed(form, 'statements').split('\n').filter(line => line.trim() !== ''),
  })
  return goTo(`/${community.slug}/conversations/${id}`)
}, mend => async visit => shown(visit, mend))

function shown(visit: Visit, mend: Mend): Html {
  const { lang, actor, community } = visit
  const reason = mayNotOpen(actor)
  if (reason) throw new Refused(reason)
  const at = `/${community.slug}/conversations`
  return framed(visit, { title: opinionText(lang).open, narrow: true, back: at, islands: ['draft'] }, html`<form class="stack" method="post" action="${at}/new">${
    errs(lang, mend)}${requestKey(mend)}
${FIELDS.map(name => field(lang, openInput, name, mend))}
<div class="field"><button class="btn full">${conversationText(lang).save}</button></div></form>`)
}
