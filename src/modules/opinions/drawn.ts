// The opinion map as it is kept and shown: what could tell somebody's opinion by subtraction stays out. Pure.
import { z } from 'zod'
import { MAP_RULES, type OpinionGroup, type OpinionMap } from '#kit/opinion/map.ts'
import type { Shared } from '#kit/opinion/said.ts'
import type { Total } from '#kit/opinion/votes.ts'
import { apiOpinionText } from '#text/api-opinions.ts'

/** Nothing is said of fewer people than this. */
export const { safe: SAFE } = MAP_RULES

// Says what a field is, for the document of the API.
function told<Type extends z.ZodType>(type: Type, words: keyof typeof apiOpinionText.pairs): Type {
  return type.meta({ label: lang => apiOpinionText(lang)[words] })
}

const id = told(z.int().positive(), 'statement')
const count = z.int().nonnegative()
const share = z.int().min(0).max(100)
const part = z.number()
const says = told(z.enum(['agree', 'disagree']), 'says')

/** `why` there are no groups: too few people, or none that are large enough and stand apart. Shares in steps of 5 %. */
export const drawnShape = z.strictObject({
  grouped: told(count, 'grouped'),
  why: told(z.enum(['few', 'alike']).nullable(), 'why'),
  statements: told(z.array(z.strictObject({
    id, agree: told(count, 'agree'), disagree: told(count, 'disagree'), pass: told(count, 'pass'),
  })), 'totals'),
  groups: told(z.array(z.strictObject({
    size: told(count, 'size'),
    outline: told(z.strictObject({
      x: told(part, 'x'), y: told(part, 'y'), across: told(part, 'across'), along: told(part, 'along'), turn: told(part, 'turn'),
    }), 'outline'),
    shares: told(z.array(z.strictObject({ id, agree: told(share, 'agree'), disagree: told(share, 'disagree') })), 'shares'),
    telling: told(z.array(z.strictObject({ id, says, share: told(share, 'share') })), 'telling'),
  })), 'groups'),
  shared: told(z.array(z.strictObject({ id, says, score: told(z.number().min(0).max(1), 'score') })), 'shared'),
})

/** A map as it is kept; statements that fewer than SAFE people answered are left out, in a group and altogether. */
export type Drawn = z.output<typeof drawnShape>

const MOST_TELLING = 10
const STEP = 5
// Of groups that are barely two, and of shares that are barely a half, nothing is said.
const SHARED_BY_MOST = 0.5

/** What may be kept of a map; `statements` are the ids of its columns. */
export function drawnFrom(map: OpinionMap, statements: readonly number[]): Drawn {
  const idOf = (column: number): number => statements[column] ?? 0
  return {
    grouped: map.grouped,
    why: map.groups.length > 0 ? null : map.grouped < 2 * SAFE ? 'few' : 'alike',
    statements: safely(map.totals.map((total, column) => withoutFew(total, map.groups.flatMap(group => group.totals[column] ?? [])))).map(({ column, total }) => ({ id: idOf(column), ...total })),
    groups: map.groups.map(group => ({
      size: group.size, outline: group.outline,
      shares: safely(group.totals)
        .map(({ column, total }) => ({ id: idOf(column), agree: shareOf(total, 'agree'), disagree: shareOf(total, 'disagree') })),
      telling: group.telling.filter(({ of }) => of >= SAFE).slice(0, MOST_TELLING)
        .map(({ column, says, said, of }) => ({ id: idOf(column), says, share: stepped(said / of) })),
    })),
    shared: sharedBy(map.groups, map.shared).map(({ column, says, score }) => ({ id: idOf(column), says, score })),
  }
}

// Where fewer than SAFE people are left beside the groups that are shown, their votes could be had by subtracting: then only those shown are summed.
function withoutFew(total: Total, groups: readonly Total[]): Total {
  const shown = groups.filter(group => heard(group) >= SAFE)
  const sum = shown.reduce((all, { agree, disagree, pass }) => ({
    agree: all.agree + agree, disagree: all.disagree + disagree, pass: all.pass + pass,
  }), { agree: 0, disagree: 0, pass: 0 })
  const rest = heard(total) - heard(sum)
  return shown.length > 0 && rest > 0 && rest < SAFE ? sum : total
}

function safely(totals: readonly Total[]): { column: number, total: Total }[] {
  return totals.map((total, column) => ({ column, total })).filter(({ total }) => heard(total) >= SAFE)
}

// What most of every group say, by the strength of it.
function sharedBy(groups: readonly OpinionGroup[], shared: readonly Shared[]) {
  const most = (column: number, says: 'agree' | 'disagree'): boolean => groups.every(({ totals }) => {
    const total = totals[column]
    return total !== undefined && heard(total) >= SAFE && total[says] / heard(total) > SHARED_BY_MOST
  })
  return shared.flatMap(each => (['agree', 'disagree'] as const).filter(says => most(each.column, says))
    .map(says => ({ column: each.column, says, score: Math.round(each[says] * 1000) / 1000 })))
    .toSorted((a, b) => b.score - a.score || a.column - b.column)
}

function heard({ agree, disagree, pass }: Total): number {
  return agree + disagree + pass
}

function shareOf(total: Total, says: 'agree' | 'disagree'): number {
  return stepped(total[says] / heard(total))
}

// Coarse, so that how a large group changed from one map to the next does not tell who came.
function stepped(part: number): number {
  return Math.round(part * 100 / STEP) * STEP
}
