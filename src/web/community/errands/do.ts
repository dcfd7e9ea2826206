// One address for each deed on an errand: what the form says becomes the action.
import {
  agreeSwap, callOffErrand, confirmErrand, declineSwap, finishErrand, judgeErrand, releaseErrand, reportErrand, takeErrand,
} from '#modules/errands/public.ts'
import { NotFound } from '#kit/errors.ts'
import { frameText } from '#text/frame.ts'
import { idFrom, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, typed, type Sent, type Submit } from '#web/visit.ts'
import { shown } from './one.ts'

const DEEDS: Readonly<Record<string, (sent: Sent, id: number) => Promise<unknown>>> = {
  'take': (sent, id) => sent.act(takeErrand, { id, words: typed(sent.form, 'words') }),
  'release': (sent, id) => sent.act(releaseErrand, { id }),
  'call-off': (sent, id) => sent.act(callOffErrand, { id }),
  'finish': (sent, id) => sent.act(finishErrand, { id, minutes: typed(sent.form, 'minutes') }),
  'confirm': (sent, id) => sent.act(confirmErrand, { id, minutes: typed(sent.form, 'minutes'), thanks: typed(sent.form, 'thanks') }),
  'report': (sent, id) => sent.act(reportErrand, { id }),
  'judge': (sent, id) => sent.act(judgeErrand, { id, verdict: typed(sent.form, 'verdict') }),
  'agree': sent => sent.act(agreeSwap, { id: swapIn(sent) }),
  'decline': sent => sent.act(declineSwap, { id: swapIn(sent) }),
}

/** POST /:community/errands/:id/do/:deed */
export const submit: Submit = sent => {
  const name = sent.params['deed'] ?? ''
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined
  if (!deed) throw new NotFound(lang => frameText(lang).noPage)
  const id = idIn(sent)
  return orAgain(sent, async () => {
    await deed(sent, id)
    return goTo(`/${sent.community.slug}/errands/${id}${name === 'report' ? '?reported=1' : ''}`)
  }, mend => visit => shown(visit, { deed: name, mend }))
}

function swapIn(sent: Sent): number {
  return idFrom(typed(sent.form, 'swap')) ?? 0
}
