// 导出平台记录: each time somebody takes the record of others out is written down, with whose it was. His own everybody just takes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { maybe, say } from '#modules/hours/fields.ts'
import { teamRules } from '#modules/hours/find.ts'
import { mayNotExport } from '#modules/hours/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { hoursText } from '#text/hours.ts'

export const exportHoursInput = z.strictObject({ of: z.enum(['team', 'community']), team: maybe })

/** Writes down that it is taken out. Carried out before `recordRows` is asked. Throws Invalid. */
export const exportHours = action({
  name: 'hours.export',
  summary: say('summaryExport'),
  input: exportHoursInput,
  subject: (db, { of, team }, _actor: Actor) => whose(db, of, team),
  refuse: mayNotExport,
  run: async (db, { input: { of, team } }) => (
    { subject: 'hours/record', answer: { id: of === 'team' ? team ?? 0 : db.community }, facts: { of, ...of === 'team' && { team } } }
  ),
})

async function whose(db: Reader, of: 'team' | 'community', team: number | null) {
  if (of !== 'team') return { organisation_id: null, part_of: null }
  if (team === null) throw invalid([{ field: 'team', reason: lang => hoursText(lang).teamWrong }])
  return teamRules(db, team)
}
