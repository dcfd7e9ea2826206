// What a good form of a plan or a shared cost sends, and which act it leads to.
import type { Form } from './form.ts'
import { SAMPLES, type Trial } from './samples.ts'

// What the act's own sample says, as a form says it.
function sent(act: string): Form['fields'] {
  return trial => Object.fromEntries(Object.entries(SAMPLES[act]?.(trial) ?? {}).filter(([name]) => name !== 'id').map(([name, value]) => [name, String(value)]))
}

function form(act: string, path: string, fields: Form['fields'] = sent(act)): Form {
  const matter = (trial: Trial) => new Map<string, unknown>(Object.entries(SAMPLES[act]?.(trial) ?? {})).get('id')
  return { act, fields, path: trial => `/shicheng/matters/${String(matter(trial))}/${path}` }
}

/** By the address as the routes have it, as in `FORMS`. */
export const PLAN_FORMS: Readonly<Record<string, Form>> = {
  '/:community/matters/:id/plans': form('plans.suggest', 'plans'),
  '/:community/matters/:id/plans/support': form('plans.support', 'plans/support', trial => ({ ...sent('plans.support')(trial), on: 'true' })),
  '/:community/matters/:id/plans/new': form('plans.publish', 'plans/new', () => ({ about: '再加一块', 'number-0': '1', 'heading-0': '长椅', 'text-0': '靠墙放三张长椅' })),
  '/:community/matters/:id/plans/answer': form('plans.decide', 'plans/answer'),
  '/:community/matters/:id/sharing': form('sharing.say', 'sharing'),
  '/:community/matters/:id/sharing/answer': form('sharing.answer', 'sharing/answer'),
  '/:community/matters/:id/sharing/edit (start)': form('sharing.start', 'sharing/edit', trial => ({ ...sent('sharing.start')(trial), starts: 'true' })),
  '/:community/matters/:id/sharing/edit (change)': form('sharing.change', 'sharing/edit'),
  '/:community/matters/:id/sharing/readings': form('sharing.enterReadings', 'sharing/readings', ({ at: { homes } }) => ({ month: '2026-11', [`r-${homes[0]?.id}`]: '2.5' })),
  '/:community/matters/:id/sharing/readings/file': { act: '', path: trial => `/shicheng/matters/${trial.at.weighed}/sharing/readings/file`, fields: () => ({ month: '2026-11' }) },
  '/:community/matters/:id/sharing/agree': form('sharing.agree', 'sharing/agree'),
  '/:community/matters/:id/sharing/sign': form('sharing.sign', 'sharing/sign'),
  '/:community/matters/:id/sharing/bill': form('sharing.makeBill', 'sharing/bill'),
}
