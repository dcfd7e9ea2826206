import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wind, type Clock, type ClockCommand } from '#modules/clocks/public.ts'

const HOUR = 3_600_000
const calendar = { zone: 'Asia/Shanghai', versions: [] }
const here = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
const after = (...steps: [at: string, command: ClockCommand][]): Clock => {
  const clocks = steps.reduce((all, [at, command]) => wind(all, command, { subject: 'matters/1', at: here(at), calendar }), [] as Clock[])
  return clocks[0] ?? assert.fail('no clock')
}
const start = (counting: 'plain' | 'working', chain: string[]): [string, ClockCommand] =>
  ['2026-11-23T08:30', { do: 'start', name: 'do', counting, allowed: HOUR, warn: null, climb: HOUR, chain, place: 7 }]

describe('who is told next when a matter comes into other hands', () => {
  test('the secretary still is when the manager, who was told, takes it on himself', () => {
    const taken = after(start('plain', ['property_manager', 'secretary']),
      ['2026-11-23T10:30', { do: 'ring', name: 'do', level: 3 }], ['2026-11-23T10:40', { do: 'chain', name: 'do', chain: ['secretary'] }])
    assert.equal(taken.chain[taken.rung - 2], 'secretary')
    assert.equal(taken.nextAt?.toString(), here('2026-11-23T11:30').toString())
  })

  test('nobody between is passed over, and nobody is told twice', () => {
    const told: [string, ClockCommand] = ['2026-11-23T11:30', { do: 'ring', name: 'do', level: 4 }]
    const all = ['stairwell_head', 'grid_worker', 'grid_leader', 'secretary']
    const above = (chain: string[]) => {
      const clock = after(start('plain', all), told, ['2026-11-23T11:40', { do: 'chain', name: 'do', chain }])
      return clock.chain.slice(clock.rung - 2)
    }
    assert.deepEqual(above(['grid_leader', 'secretary']), ['grid_leader', 'secretary'])
    assert.deepEqual(above(all), ['grid_leader', 'secretary'])
  })
})

test('a matter that becomes urgent at night has its minutes at night, too', () => {
  const allow: ClockCommand = { do: 'allow', name: 'do', counting: 'plain', allowed: HOUR / 2, warn: null, climb: null }
  const [, started] = start('working', [])
  assert.equal(after(['2026-11-23T22:00', started], ['2026-11-23T22:10', allow]).dueAt?.toString(), here('2026-11-23T22:30').toString())
})
