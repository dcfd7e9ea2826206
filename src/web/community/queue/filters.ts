// Views of a queue under a name: kept, and removed.
import { Invalid } from '#kit/errors.ts'
import { dropFilter, filterIn, queryOf, saveFilter } from '#modules/matters/public.ts'
import { idIn } from '#web/frame.ts'
import { goTo, typed, type Submit } from '#web/visit.ts'
import { shown } from './page.ts'

/** POST /:community/queue/filters */
export const save: Submit = async sent => {
  const query = queryOf(filterIn(new URLSearchParams(typed(sent.form, 'query').slice(0, 1000))))
  const at = `/${sent.community.slug}/queue${query && `?${query}`}`
  try {
    await sent.act(saveFilter, { name: typed(sent.form, 'name'), query })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown({ ...visit, url: new URL(at, visit.url) }, { mend: { values: sent.form.fields, problems: problem.problems }, ticked: [] }))
  }
  return goTo(at)
}

/** POST /:community/queue/filters/:id/drop */
export const drop: Submit = async sent => {
  await sent.act(dropFilter, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/queue`)
}
