// What is done to a matter with one tap: taking it on, going on, urging, confirming the proposal, saying that it is urgent.
import { Invalid } from '#kit/errors.ts'
import { acceptMatter, followMatter, moveMatter, resumeMatter, routeMatter, setUrgent, urgeMatter } from '#modules/matters/public.ts'
import { idIn } from '#web/frame.ts'
import { goTo, typed, type Mend, type Submit, type Visit } from '#web/visit.ts'
import type { Html } from '#web/parts/html.ts'

type Sent = Parameters<Submit>[0]

/** POST /:community/matters/:id/follow */
export const follow: Submit = async sent => {
  await sent.act(followMatter, { id: idIn(sent) })
  return back(sent, 'follow')
}

/** POST /:community/matters/:id/accept */
export const accept: Submit = async sent => {
  await sent.act(acceptMatter, { id: idIn(sent) })
  return back(sent, 'act')
}

/** POST /:community/matters/:id/resume */
export const resume: Submit = async sent => {
  await sent.act(resumeMatter, { id: idIn(sent) })
  return back(sent, 'act')
}

/** POST /:community/matters/:id/urgent */
export const urgent: Submit = async sent => {
  await sent.act(setUrgent, { id: idIn(sent), urgent: typed(sent.form, 'urgent') === 'true' })
  return back(sent, 'act')
}

/** POST /:community/matters/:id/confirm: the track and category as proposed. */
export const confirm: Submit = async sent => {
  await sent.act(routeMatter, { id: idIn(sent), track: typed(sent.form, 'track'), category: typed(sent.form, 'category') })
  return back(sent, 'act')
}

/** POST /:community/matters/:id/urge */
export const urge: Submit = async sent => {
  const receipt = typed(sent.form, 'receipt')
  await sent.act(urgeMatter, { id: idIn(sent), receipt })
  return back(sent, 'urge', receipt)
}

/** POST /:community/matters/:id/move; `shown` is the page again, where something is to be mended. */
export const move = (shown: (visit: Visit, mend: Mend) => Promise<Html | Response>): Submit => async sent => {
  const { form } = sent
  try {
    await sent.act(moveMatter, { id: idIn(sent), step: typed(form, 'step'), note: typed(form, 'note'), warning: typed(form, 'warning') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
  return back(sent, 'act')
}

function back(sent: Sent, done: 'act' | 'follow' | 'urge', receipt = ''): Response {
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=${done}${receipt && `&code=${encodeURIComponent(receipt)}`}`)
}
