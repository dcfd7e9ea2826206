// 卸任: the last day of a post. The record stays.
import { Invalid } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { endPost, endPostInput, postToEnd, wholePerson } from '#modules/people/public.ts'
import { postText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { day } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/posts/:id/end */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/posts/:id/end */
export const submit: Submit = async sent => {
  try {
    await sent.act(endPost, { post: sent.params['id'], until: typed(sent.form, 'until') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/posts?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = postsText(lang)
  const post = await postToEnd(db, idIn(visit))
  const { name } = await wholePerson(db, post.person_id)
  const filled: Mend = mend === EMPTY ? { problems: [], values: { until: today(community, now) } } : mend
  return framed(visit, { title: t.endTitle, narrow: true, back: `/${community.slug}/posts` }, html`<section class="card"><h2>${name}</h2><p>${
    dotted(postText(lang)[post.kind as 'secretary'], post.place?.label, t.since(day(lang, post.since)))}</p></section>
<form class="stack" method="post">${errs(lang, mend)}${requestKey(mend)}${field(lang, endPostInput, 'until', filled)}<p class="hint">${t.endSay}</p>
<div class="field">${buttonOrWhy(lang, t.end, endPost.refuse(actor, post, now))}</div></form>`)
}
