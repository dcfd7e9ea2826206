// For tests: an act that moves clocks by the commands it is given, as the acts of matters do.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { clockCommands, keepTime } from '#modules/clocks/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** Carries the commands out on the clocks of a subject such as matters/83. */
export const moveClocks = action({
  name: 'test.moveClocks',
  summary: () => 'moves clocks',
  input: z.strictObject({ subject: z.string(), commands: clockCommands }),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: () => null,
  run: async (db, { input: { subject, commands }, now }) => ({ subject, answer: { id: 1 }, facts: { clocks: await keepTime(db, subject, now, commands) } }),
})
