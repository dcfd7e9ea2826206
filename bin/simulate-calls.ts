// Calls for help in a community of 17,000, asked in several ways: `npm run simulate:calls -- [--years 1] [--seed 1] [--curve FILE.svg]`.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DEFAULT_RINGS } from '#modules/calls/rings.ts'
import { USUAL, type World } from '#test/simulate/calls/assumptions.ts'
import { compare, keepsPromises, stagesOf, type Compared } from '#test/simulate/calls/compare.ts'
import { drawCurve } from '#test/simulate/calls/curve.ts'
import { buildingsTable, curveTable, hoursTable, loadTable, waysTable, worldsTable } from '#test/simulate/calls/report.ts'
import { sweep } from '#test/simulate/calls/sweep.ts'
import { nearestFirst, rings, wholeEstate } from '#test/simulate/calls/ways.ts'

const { values } = parseArgs({ options: {
  years: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' }, curve: { type: 'string' },
} })
const [years, seed] = [Number(values.years), Number(values.seed)]
if (![years, seed].every(Number.isSafeInteger) || years < 1) throw new RangeError('--years and --seed are whole numbers')

const ours = rings(DEFAULT_RINGS)
const OTHERS = { 'everybody in the estate': wholeEstate, 'nearest, one by one': nearestFirst }
const WITHOUT = {
  'without skill': rings(DEFAULT_RINGS, 'skill'), 'without tiredness': rings(DEFAULT_RINGS, 'tiredness'),
  'without duty': rings(DEFAULT_RINGS, 'duty'), 'without quiet': rings(DEFAULT_RINGS, 'quiet'),
}
const WORLDS: Readonly<Record<string, Partial<World>>> = {
  'half as many helpers': { volunteers: USUAL.volunteers / 2, microGrid: USUAL.microGrid / 2 },
  'everybody twice as slow': { slowness: 2 }, 'volunteers half as willing': { willing: 0.5 },
  'nights only': { nights: true }, 'nobody on duty': { duty: false },
  'half, slow, no duty': { volunteers: USUAL.volunteers / 2, microGrid: USUAL.microGrid / 2, slowness: 2, duty: false },
}
const began = performance.now()

const tireless = stagesOf({ ...USUAL, tiring: false }, seed, years)
const usual = stagesOf(USUAL, seed, years)
const [first] = usual
if (!first) throw new Error('no years')
const { calls, community: { homes, buildings, entrances, helpers } } = first
say(`${years} years from seed ${seed}; the first: ${homes.length} homes, ${buildings} buildings, ${entrances} entrances, `
  + `${helpers.length} who may be asked, ${calls.length} calls`)

const strongest = compare(tireless, { rings: ours, ...OTHERS })
show('A world in which nobody ever tires of being asked (the best case for telling everybody)', waysTable(strongest))
const tiring = compare(usual, { rings: ours, ...OTHERS, ...WITHOUT })
show('Whoever is asked too often answers less', [...waysTable(tiring), '', ...loadTable(tiring)])
const [told, rung] = tiring
if (told && rung) show('By hour', hoursTable(told, rung))
if (rung && years === 1) show('The ten buildings that fare worst', buildingsTable(rung))
show('Other worlds', worldsTable(Object.entries(WORLDS).flatMap(([name, world]) => (
  both(name, compare(stagesOf({ ...USUAL, ...world }, seed, years), { rings: ours }))))))
const swept = sweep(tireless)
show('The curve (nobody tires)', curveTable(swept.points))
if (values.curve) await writeFile(values.curve, drawCurve(swept.points, strongest.filter(({ name }) => name !== 'rings')))

const broken = [strongest, tiring].flatMap(ways => ways.filter(way => way.name === 'rings' && !keepsPromises(way)))
say(broken.length === 0 ? '✓ as many are answered as by telling everybody, within error, and at most a fifth as many people are disturbed'
  : '✗ the rings answer fewer than telling everybody, or disturb more than a fifth as many')
process.exitCode = broken.length === 0 ? 0 : 1

function both(name: string, [told, ours]: readonly Compared[]) {
  return told && ours ? [{ name, told, ours }] : []
}

function show(title: string, lines: readonly string[]): void {
  console.log(`\n${title}\n${lines.map(line => `  ${line}`).join('\n')}`)
}

function say(line: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`)
}
