// What a good form of an errand sends.
import { ERRAND_SAMPLES } from './erranded.ts'
import { to, type Form } from './form.ts'
import type { Trial } from './samples.ts'

function input(act: string, trial: Trial): Record<string, unknown> {
  return { ...ERRAND_SAMPLES[`errands.${act}`]?.(trial) }
}

const deed = (name: string, act: string): Form => ({
  act: `errands.${act}`, path: trial => `/shicheng/errands/${String(input(act, trial)['id'])}/do/${name}`,
  fields: trial => Object.fromEntries(Object.entries(input(act, trial)).filter(([field]) => field !== 'id').map(([field, value]) => [field, String(value)])),
})
const swap = (name: string, act: string): Form => ({
  act: `errands.${act}`, path: ({ at }) => `/shicheng/errands/${at.errandWanted}/do/${name}`, fields: ({ at }) => ({ swap: String(at.errandSwap) }),
})

/** The forms. */
export const ERRAND_FORMS: Readonly<Record<string, Form>> = {
  '/:community/errands/new': to('errands.ask', '/errands/new'),
  '/:community/errands/new (offer)': to('errands.offer', '/errands/new', ({ at }) => ({ side: 'offer', kind: 'shopping', text: '去菜市场', until: '2026-11-20T20:00', place: String(at.entrance), room: '2' })),
  '/:community/errands/import': { act: '', path: () => '/shicheng/errands/import', fields: () => ({ line: '谁去菜市场帮忙带点菜' }) },
  ...Object.fromEntries([['take', 'take'], ['release', 'release'], ['call-off', 'callOff'], ['finish', 'finish'], ['confirm', 'confirm'], ['report', 'report'], ['judge', 'judge']]
    .map(([name = '', act = '']) => [`/:community/errands/:id/do/:deed (${name})`, deed(name, act)])),
  '/:community/errands/:id/do/:deed (agree)': swap('agree', 'agreeSwap'),
  '/:community/errands/:id/do/:deed (decline)': swap('decline', 'declineSwap'),
}
