// What the simulated years showed, line by line. The same seed gives the same lines.
import { isAnswered, isAtDoor, mean, quantile, shareInterval, shareOf } from './figures.ts'
import type { Compared } from './compare.ts'
import type { Point } from './sweep.ts'
import type { Outcome } from './year.ts'

/** The ways side by side. */
export function waysTable(ways: readonly Compared[]): string[] {
  const head = [
    'way of asking', 'in 5 min', '95 % of it', 'more than everybody (95 %)', 'door 30', 'median', 'p95',
    'asked', 'p95', 'night', 'of all', 'with skill', 'in a cut',
  ]
  return table([head, ...ways.map(way => {
    const { low, high } = shareInterval(Math.round(way.answered * way.calls), way.calls)
    return [
      way.name, percent(way.answered), `${percent(low)}–${percent(high)}`, difference(way.answeredMore), percent(way.atDoor),
      seconds(way.median), seconds(way.p95), way.disturbed.toFixed(1), String(way.disturbedP95), way.disturbedAtNight.toFixed(1),
      percent(way.disturbedShare), percent(way.skilled), percent(way.answeredInCut),
    ]
  })])
}

/** Who carries it: the ten who came and the ten who were asked most. */
export function loadTable(ways: readonly Compared[]): string[] {
  const head = ['load', 'came a week, each of the busiest ten', 'their share of all', 'asked a week, each of the ten asked most']
  return table([head, ...ways.map(way => [way.name, way.busiest.toFixed(2), percent(way.carried), way.mostAsked.toFixed(1)])])
}

const IN_CUT = 24

/** By hour of day, and the power cuts apart: telling everybody beside ours. */
export function hoursTable(told: Compared, ours: Compared): string[] {
  const head = ['hour', 'calls', 'everybody in 5 min', 'ours in 5 min', 'ours at the door in 30', 'ours median', 'ours asked']
  const hourOf = ({ call: { inCut, hour } }: Outcome) => inCut ? IN_CUT : hour
  const theirs = Map.groupBy(told.outcomes, hourOf)
  return table([head, ...[...Map.groupBy(ours.outcomes, hourOf)].toSorted(([one], [other]) => one - other).map(([hour, all]) => [
    hour === IN_CUT ? 'in a power cut' : String(hour), String(all.length), percent(shareOf(theirs.get(hour) ?? [], isAnswered)),
    ...shown(all), mean(all.map(({ disturbed }) => disturbed)).toFixed(1),
  ])])
}

/** The ten buildings that fare worst by ours, among equals those that wait longest. Without those that have too few calls to say. */
export function buildingsTable(ours: Compared): string[] {
  const kept = ({ answered, atDoor }: Outcome) => isAnswered({ answered }) && isAtDoor({ atDoor })
  const late = (all: readonly Outcome[]) => quantile(all.map(({ answered }) => answered), 0.95)
  const buildings = Map.groupBy(ours.outcomes, ({ call: { home } }) => `estate ${home.estate + 1}, building ${home.building + 1}`)
  const worst = [...buildings].filter(([, all]) => all.length >= FEWEST_CALLS)
    .toSorted(([, one], [, other]) => shareOf(one, kept) - shareOf(other, kept) || late(other) - late(one)).slice(0, TEN)
  return table([['where', 'calls', 'in 5 min', 'at the door in 30', 'median', 'p95'], ...worst.map(([where, all]) => [
    where, String(all.length), ...shown(all), seconds(late(all)),
  ])])
}

const TEN = 10
const FEWEST_CALLS = 20

function shown(all: readonly Outcome[]): string[] {
  return [percent(shareOf(all, isAnswered)), percent(shareOf(all, isAtDoor)), seconds(quantile(all.map(({ answered }) => answered), 0.5))]
}

/** Other worlds: telling everybody and ours in each. */
export function worldsTable(worlds: readonly { readonly name: string, readonly told: Compared, readonly ours: Compared }[]): string[] {
  const head = [
    'world', 'everybody in 5', 'ours in 5', 'more (95 %)', 'everybody at door', 'ours at door', 'more (95 %)', 'ours asked', 'of all',
  ]
  return table([head, ...worlds.map(({ name, told, ours }) => [
    name, percent(told.answered), percent(ours.answered), difference(ours.answeredMore),
    percent(told.atDoor), percent(ours.atDoor), difference(ours.atDoorMore), ours.disturbed.toFixed(1), percent(ours.disturbedShare),
  ])])
}

/** The curve: how many are answered for how many disturbed. */
export function curveTable(points: readonly Point[]): string[] {
  const head = ['reach', 'pace', 'size', 'asked', 'in 5 min', 'more than everybody (95 %)', 'door 30', 'median', 'in a cut']
  return table([head, ...points.map(({ reach, pace, size, way }) => [
    reach, pace.toFixed(1), size.toFixed(2), way.disturbed.toFixed(1), percent(way.answered), difference(way.answeredMore),
    percent(way.atDoor), seconds(way.median), percent(way.answeredInCut),
  ])])
}

function difference({ difference, low, high }: Compared['answeredMore']): string {
  const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(2)}`
  return `${signed(difference)} (${signed(low)} to ${signed(high)})`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}

function seconds(value: number): string {
  return `${Math.round(value)} s`
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const aligned = (cell: string, column: number) => column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map(row => row.map(aligned).join('  ').trimEnd())
}
