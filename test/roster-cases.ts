// For the tests of the roster: a village whose secretary imports, and rosters made at random.
import fc from 'fast-check'
import { perform, type Action, type Answer } from '#kit/action.ts'
import { foundCommunity, nextCommunity } from '#modules/communities/public.ts'
import { type Actor, actorOf, passerBy } from '#modules/people/public.ts'
import { rosterRows } from '#modules/roster/export.ts'
import { importRoster } from '#modules/roster/import.ts'
import { EMPTY_ROW, typedRow, type RosterLine, type RosterRow } from '#modules/roster/roster.ts'
import type { TestHouse } from '#test/database.ts'
import type { z } from 'zod'

export interface Village {
  community: number
  secretary: Actor
  act<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, input: unknown,
    actor?: Actor): Promise<A>
  import(rows: readonly RosterRow[], actor?: Actor): Promise<AnswerOf<typeof importRoster>>
  rows(clear?: boolean): Promise<RosterRow[]>
}

type AnswerOf<T> = T extends Action<Actor, z.ZodType, infer _Subject, infer A> ? A : never

let villages = 0

/** A new community in the house, with nobody in it but its secretary. */
export async function village(test: TestHouse): Promise<Village> {
  const { database, means } = test.house
  const now = () => ({ ...means, now: test.time.now })
  const community = await nextCommunity(database.commons)
  villages += 1
  const { secretary: id } = await perform(database, now(), foundCommunity, passerBy(community), {
    name: `第${villages}社区`, street: '榕海街道', slug: `village-${villages}`, method: '163', secretaryName: '陈书记', secretaryPhone: '13700137000',
  })
  const secretary = await database.look(community, db => actorOf(db, id, '2026-11-20'))
  const act: Village['act'] = (one, input, actor = secretary) => perform(database, now(), one, actor, input)
  return {
    community, secretary, act,
    import: (rows, actor) => act(importRoster, { rows: linesOf(rows) }, actor),
    rows: (clear = true) => database.look(community, db => rosterRows(db, means.secrets, { clear })),
  }
}

/** Rows as typed, numbered from 2 as below a header. */
export function linesOf(rows: readonly RosterRow[]): (RosterLine & { line: number })[] {
  return rows.map((row, i) => ({ ...typedRow(row, 'zh'), line: i + 2 }))
}

/** A row with these cells. */
export function row(cells: Partial<RosterRow>): RosterRow {
  return { ...EMPTY_ROW, ...cells }
}

const FAMILY = ['林', '陈', '黄', '郑', '吴', '王', '李', '张']

/** `homes` homes with two or three people each, as a real list has them: 2.25 a home. */
export function manyHomes(homes: number): RosterRow[] {
  return Array.from({ length: homes }, (_, i) => i).flatMap(i => {
    const home = {
      estate: `小区${i % 7 + 1}`, building: `${Math.trunc(i / 7) % 40 + 1}号楼`, entrance: `${Math.trunc(i / 280) % 3 + 1}单元`,
      home: `${Math.trunc(i / 840) + 1}01`, area: 5000 + i % 9000, areaSource: 'registered' as const, since: '2015-06-01',
        grid: `第${i % 7 + 1}网格`,
    }
    const ties = i % 4 === 0 ? ['owner', 'owner', 'family'] as const : ['owner', 'family'] as const
    return ties.map((tie, n) => row({ ...home, tie, name: `${FAMILY[(i + n) % 8]}${i}${'甲乙丙'.charAt(n)}`,
      phone: `+861${String(3_000_000_000 + i * 3 + n)}` }))
  })
}

const name = fc.stringMatching(/^[\p{Script=Han}a-z=@'+-][\p{Script=Han}a-z0-9 ]{0,6}[\p{Script=Han}a-z0-9]$/u).filter(text => text === text.normalize('NFKC') && !text.includes('  '))
const spot = fc.record({
  estate: fc.constantFrom('榕荫里', '=石埕', 'A区'), building: fc.constantFrom('1号楼', '10号楼', 'B座'),
  entrance: fc.constantFrom('', '1单元', '2单元'), home: fc.constantFrom('101', '102', '1003', '顶楼'),
})
const span = fc.constantFrom({ since: '2015-06-01', until: '' }, { since: '2001-02-03', until: '2010-12-31' })

const living = fc.record({ spot, name, phone: fc.constantFrom('', '+8613800138000', '059187654321'),
  tie: fc.constantFrom('owner', 'tenant', 'family'), span })
const serving = fc.record({ name, post: fc.constantFrom('grid_worker', 'stairwell_head', 'property_staff', 'volunteer'),
  grid: fc.constantFrom('', '第一网格'), span })

/** Any roster that has nothing to mend: areas by home, one person a name. */
export const anyRoster = fc.record({
  living: fc.uniqueArray(living, { maxLength: 12, selector: one => one.name }),
  serving: fc.uniqueArray(serving, { maxLength: 5, selector: one => one.name }),
}).map(given => [
  ...given.living.map(one => row({
    ...one.spot, ...one.span, name: one.name, phone: one.phone, tie: one.tie, area: 5000 + one.spot.home.length * 97,
      areaSource: 'surveyed',
    floor: one.spot.home === '1003' ? 10 : one.spot.home === '顶楼' ? null : 1, grid: '第二网格',
  })),
  ...given.serving.map(one => row({ ...one.span, name: `${one.name}师傅`, post: one.post, grid: one.grid, organisation: `${one.post}队` })),
])
