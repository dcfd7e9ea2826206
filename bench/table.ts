// What the bench prints: each figure beside what the machine itself can do, measured in the same run.

/** One line. `aim` is what is promised; `met` whether it holds, null where nothing is promised. */
export interface Figure {
  what: string
  ours: string
  limit: string
  ratio: string
  aim: string
  met: boolean | null
}

/** A rate beside a rate, as a share of it. `aim`: the least share. */
export function rate(what: string, ours: number, limit: number, aim?: number): Figure {
  const share = ours / limit
  return {
    what, ours: perSecond(ours), limit: perSecond(limit), ratio: percent(share),
    aim: aim === undefined ? '' : `≥ ${percent(aim)}`, met: aim === undefined ? null : share >= aim,
  }
}

/** A quantity that should be small, beside the least that is possible; null where that makes no sense. `most`: the promise. */
export function amount(what: string, ours: number, limit: number | null, unit: string, most?: number): Figure {
  return {
    what, ours: quantity(ours, unit), limit: limit === null ? '' : quantity(limit, unit),
    ratio: limit === null || limit === 0 ? '' : `${(ours / limit).toFixed(1)} ×`,
    aim: most === undefined ? '' : `≤ ${most} ${unit}`, met: most === undefined ? null : ours <= most,
  }
}

/** The middle of a few values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** All figures as one table. */
export function table(figures: readonly Figure[]): string {
  const head = ['figure', 'ours', 'limit', 'ratio', 'aim', 'met']
  const rows = figures.map(({ met, ...figure }) => [figure.what, figure.ours, figure.limit, figure.ratio, figure.aim, verdict(met)])
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => row[i]?.length ?? 0)))
  const filled = (cell: string, i: number) => i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
  const line = (cells: string[]) => cells.map(filled).join('   ').trimEnd()
  return [line(head), line(widths.map(width => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

function verdict(met: boolean | null): string {
  return met === null ? '' : met ? 'yes' : 'no'
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function quantity(value: number, unit: string): string {
  return `${value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}`
}
