// A row of the roster says where somebody lives, which post he holds, or both; here the two are parted. Pure.
import type { OrganisationKind } from '#db/tables.ts'
import { type PostKind, POSTS } from '#modules/people/public.ts'
import type { RosterRow } from '#modules/roster/roster.ts'
import { organisationText } from '#text/people.ts'

/** Over what a post is held when the row is about the holder's own home. */
const SCOPE = {
  secretary: 'community', branch_member: 'community', street_officer: 'community',
  grid_leader: 'grid', grid_worker: 'grid', micro_grid_member: 'grid', stairwell_head: 'entrance',
  committee_chair: 'estate', committee_member: 'estate', property_manager: 'estate', property_staff: 'estate',
  team_leader: 'community', volunteer: 'community', volunteer_doctor: 'community', partner_contact: 'community',
} as const satisfies Record<PostKind, 'community' | 'estate' | 'entrance' | 'grid'>

/** The row as a post without a home: over a grid if it names one, else over the place, else over the whole community. */
export function servingOf(row: RosterRow): RosterRow {
  const bare = { ...row, home: '', floor: null, area: null, areaSource: null, tie: null }
  const scope = row.post && row.home !== '' ? SCOPE[row.post] : null
  const overGrid = (row.grid !== '' || row.microGrid !== '') && (scope === null || scope === 'grid')
  if (overGrid) return { ...bare, estate: '', building: '', entrance: '' }
  if (scope === 'community') return { ...bare, estate: '', building: '', entrance: '', grid: '', microGrid: '' }
  if (scope === 'estate') return { ...bare, building: '', entrance: '', grid: '', microGrid: '' }
  return { ...bare, grid: '', microGrid: '' }
}

/** The row without its post: what it says of a home and who lives there. Dates belong to the tie where there is one. */
export function livingOf(row: RosterRow): RosterRow {
  return { ...row, post: null, organisation: '' }
}

/** What kind of organisation the post is held in: as its name says (…党支部), else the first that the post allows. */
export function kindFor(post: PostKind, name: string): OrganisationKind {
  const allowed: readonly OrganisationKind[] = POSTS[post]
  const usual = post === 'secretary' ? 'residents_committee' : allowed[0] ?? 'team'
  return allowed.find(kind => organisationText.pairs[kind].some(word => name.includes(word))) ?? usual
}

/** The organisation's name where the row gives none. */
export function usualName(kind: OrganisationKind, row: RosterRow, community: { name: string, street: string }): string {
  const estate = row.estate || community.name
  switch (kind) {
    case 'party_branch': return `${community.name}党支部`
    case 'residents_committee': return `${community.name}居委会`
    case 'owners_committee': return `${estate}业委会`
    case 'property_company': return `${estate}物业`
    case 'grid': return row.microGrid || row.grid || `${community.name}网格`
    case 'street_office': return community.street
    case 'team': return `${community.name}服务队`
    case 'partner_unit': return `${community.name}共建单位`
  }
}
