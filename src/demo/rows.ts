// A made-up community as rows of the roster, typed as a person would type them.
import { EMPTY_ROW, typedRow, type RosterLine, type RosterRow } from '#modules/roster/public.ts'
import type { Household } from './household.ts'
import { microGridOf, type Appointment } from './posts.ts'
import type { Neighbourhood } from './scene.ts'

/** Every home with its people, then every post. */
export function rosterOf({ homes, posts }: Neighbourhood): RosterLine[] {
  return [...homes.flatMap(homeRows), ...posts.map(postRow)].map(row => typedRow(row, 'zh'))
}

function homeRows({ ground, ties }: Household): RosterRow[] {
  const { estate, building, entrance, home, floor, area } = ground
  const at = {
    ...EMPTY_ROW, estate: estate.name, building, entrance, home, floor, area, areaSource: estate.source,
    grid: estate.grid, microGrid: microGridOf(estate, Number.parseInt(building, 10)),
  }
  return ties.map(({ soul, kind, since, until }) => ({ ...at, name: soul.name, phone: soul.phone, tie: kind, since, until }))
}

// Who serves a whole grid serves its estate, gates and gardens included, which the grid's entrances would leave out.
function postRow({ soul, post, organisation, estate, over, grid, microGrid, since }: Appointment): RosterRow {
  const at = microGrid === '' ? { estate, building: over?.building ?? '', entrance: over?.entrance ?? '' } : { grid, microGrid }
  return { ...EMPTY_ROW, ...at, name: soul.name, phone: soul.phone, post, organisation, since }
}
