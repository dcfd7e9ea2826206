// 取消一班: a keeper takes somebody off a turn, which is then open to others or not needed any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { mayNotChange, mayNotKeep } from '#modules/duty/duty.ts'
import { turnFound } from '#modules/duty/find.ts'
import { leaveOpen, takeOff } from '#modules/duty/leave-open.ts'
import { which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyFieldText, dutyText } from '#text/duty.ts'

const AFTER = ['offer', 'drop'] as const

export const callOffTurnInput = z.strictObject({
  id: which,
  after: z.enum(AFTER).meta({
    label: lang => dutyFieldText(lang).after, control: 'pick',
    choices: Object.fromEntries(AFTER.map(one => [one, (lang: 'zh' | 'en') => dutyFieldText(lang)[one]])) as Readonly<Record<string, Said>>,
  }),
})

/** Calls it off; whoever had it is told. */
export const callOffTurn = action({
  name: 'duty.callOffTurn',
  summary: lang => dutyText(lang).summaryCallOffTurn,
  input: callOffTurnInput,
  subject: (db, input, actor: Actor) => turnFound(db, actor, input.id),
  refuse: (actor, turn, now) => mayNotKeep(actor, turn) ?? mayNotChange(turn, now),
  run: async (db, { subject: turn, input, now }) => {
    await takeOff(db, [turn.id], now)
    if (input.after === 'offer') await leaveOpen(db, turn.roster_id, [turn], now, turn.id)
    return { subject: `duty/${turn.roster_id}`, answer: { id: turn.roster_id }, facts: { turn: turn.id, person: turn.person_id, after: input.after } }
  },
})
