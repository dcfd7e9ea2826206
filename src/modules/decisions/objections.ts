// 异议: who may object to what, and when. Pure.
import type { DecisionStage } from '#db/tables.ts'

/** What can be objected to. */
export const OBJECTED = ['roll', 'notice', 'result'] as const
export type Objected = typeof OBJECTED[number]

/** In which stages each of them is open to objections. */
export const OBJECTED_IN = {
  roll: ['roll', 'announced'],
  notice: ['announced', 'open'],
  result: ['closed', 'posted'],
} as const satisfies Record<Objected, readonly DecisionStage[]>
