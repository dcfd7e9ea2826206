// Who holds which post in which organisation.
import type { PostKind } from '#modules/people/public.ts'
import { CAST, SECRETARIES } from './cast.ts'
import { castSoul, type Household, type Soul, type Source } from './household.ts'
import { personName } from './names.ts'
import { STREET, type CommunityPlan, type EstatePlan, type Ground } from './plan.ts'

export interface Appointment {
  soul: Soul
  post: PostKind
  /** Its name, which also tells its kind: 榕荫里业委会. */
  organisation: string
  /** The estate that the organisation serves; '' for the whole community. */
  estate: string
  /** What the post itself is over, where that is less: an entrance. */
  over: Pick<Ground, 'building' | 'entrance'> | null
  /** Names of the grid and of the micro-grid within it; '' where there is none. */
  grid: string
  microGrid: string
  since: string
}

/** Fills every organisation of a community. Residents are chosen from those who own, live there and have a phone. */
export function appointments(plan: CommunityPlan, homes: readonly Household[], source: Source): Appointment[] {
  const since = source.today.subtract({ months: 18 }).toString()
  const appoint: Appoint = (soul, post, organisation, more = {}) =>
    ({ soul, post, organisation, estate: '', over: null, grid: '', microGrid: '', since, ...more })
  const residents = new Map(plan.estates.map(estate => [estate.name, able(homes, estate)]))
  const everybody = [...residents.values()].flat()
  return [
    ...centre(plan, source, appoint),
    ...plan.estates.flatMap(estate => [
      ...estatePosts(estate, residents.get(estate.name) ?? [], source, appoint),
      ...gridPosts(estate, homes, source, appoint),
    ]),
    ...stairwellHeads(plan, homes, source, appoint),
    ...teams(plan, everybody, source, appoint),
  ]
}

type Appoint = (soul: Soul, post: PostKind, organisation: string, more?: Partial<Appointment>) => Appointment

const CAST_NAMES = new Set<string>(Object.values(CAST).map(member => member.name))
const CAST_ESTATE = '榕荫里'

function able(homes: readonly Household[], estate: EstatePlan): Soul[] {
  return homes.filter(home => home.ground.estate === estate && !home.unsold)
    .flatMap(home => home.ties.filter(tie => tie.kind === 'owner' && tie.until === '').map(tie => tie.soul))
    .filter((soul, index, all) => soul.phone !== '' && !CAST_NAMES.has(soul.name) && all.indexOf(soul) === index)
}

function worker(source: Source): Soul {
  return { name: personName(source.random, 'parent'), phone: source.phone(), generation: 'parent' }
}

function workers(count: number, source: Source): Soul[] {
  return Array.from({ length: count }, () => worker(source))
}

const PARTNERS = ['榕海实验小学', '榕海卫生院', '榕海派出所', '榕海供电所', '海丝书店', '阿水蛎饼店', '榕海银行', '青舟社工站']

function centre(plan: CommunityPlan, source: Source, appoint: Appoint): Appointment[] {
  const secretary = SECRETARIES[plan.slug]
  const officer = castSoul(CAST.streetOfficer)
  return [
    ...secretary ? [appoint(castSoul(secretary), 'secretary', `${plan.name}党支部`)] : [],
    appoint(officer, 'street_officer', `${STREET}办事处`),
    ...PARTNERS.map(partner => appoint(worker(source), 'partner_contact', partner)),
  ]
}

function estatePosts(estate: EstatePlan, residents: Soul[], source: Source, appoint: Appoint): Appointment[] {
  const { random } = source
  const here = { estate: estate.name }
  const hasCast = estate.name === CAST_ESTATE
  const committee = random.some(residents, 5)
  const chair = hasCast ? castSoul(CAST.committeeChair) : committee[0]
  const manager = hasCast ? castSoul(CAST.propertyManager) : worker(source)
  const staff = [...hasCast ? [castSoul(CAST.propertyStaff)] : [], ...workers(random.between(3, 5), source)]
  const company = `${estate.property}（${estate.name}）`
  return [
    ...random.some(residents, 7).map(soul => appoint(soul, 'branch_member', `${estate.name}党支部`, here)),
    ...estate.committee && chair ? [appoint(chair, 'committee_chair', `${estate.name}业委会`, here)] : [],
    ...estate.committee ? committee.slice(1).map(soul => appoint(soul, 'committee_member', `${estate.name}业委会`, here)) : [],
    appoint(manager, 'property_manager', company, here),
    ...staff.map(soul => appoint(soul, 'property_staff', company, here)),
  ]
}

const PER_MICRO_GRID = 2

function gridPosts(estate: EstatePlan, homes: readonly Household[], source: Source, appoint: Appoint): Appointment[] {
  const hasCast = estate.name === CAST_ESTATE
  const grid = { estate: estate.name, grid: estate.grid }
  const leader = hasCast ? castSoul(CAST.gridLeader) : worker(source)
  const walkers = [hasCast ? castSoul(CAST.gridWorker) : worker(source), worker(source)]
  const micro = Array.from({ length: Math.ceil(estate.buildings / PER_MICRO_GRID) }, (_, index) => {
    const first = index * PER_MICRO_GRID + 1
    const here = homes.filter(home => home.ground.building === `${first}号楼`)
    return source.random.some(able(here, estate), 3)
      .map(soul => appoint(soul, 'micro_grid_member', estate.grid, { ...grid, microGrid: microGridOf(estate, first) }))
  })
  return [
    appoint(leader, 'grid_leader', estate.grid, grid),
    ...walkers.map(soul => appoint(soul, 'grid_worker', estate.grid, grid)),
    ...micro.flat(),
  ]
}

/** The micro-grid that a building belongs to: two buildings each. */
export function microGridOf(estate: EstatePlan, building: number): string {
  return `${estate.name}微网格${Math.ceil(building / PER_MICRO_GRID)}`
}

// One stairwell in ten has nobody: the coverage page must have something to say.
const WITHOUT_HEAD = 0.1

function stairwellHeads(plan: CommunityPlan, homes: readonly Household[], source: Source, appoint: Appoint): Appointment[] {
  const byEntrance = Map.groupBy(homes, ({ ground }) => [ground.estate.name, ground.building, ground.entrance].join(' '))
  return [...byEntrance.values()].flatMap(neighbours => {
    const ground = neighbours[0]?.ground
    if (!ground) return []
    const cast = neighbours.flatMap(home => home.ties).find(tie => tie.soul.name === CAST.stairwellHead.name)?.soul
    const candidates = able(neighbours, ground.estate)
    if (!cast && (candidates.length === 0 || source.random.chance(WITHOUT_HEAD))) return []
    const soul = cast ?? source.random.pick(candidates)
    return [appoint(soul, 'stairwell_head', `${plan.name}居委会`, { estate: ground.estate.name, over: ground })]
  })
}

const SQUADS = { 健康服务小队: 'volunteer_doctor', 安全护卫小队: 'volunteer', 邻里和谐小队: 'volunteer' } as const
const PER_SQUAD = 21

function teams(plan: CommunityPlan, residents: Soul[], source: Source, appoint: Appoint): Appointment[] {
  const castHere = plan.slug === CAST.doctor.community
  const cast: Readonly<Record<string, Soul>> = castHere ? { 健康服务小队: castSoul(CAST.doctor), 邻里和谐小队: castSoul(CAST.neighbour) } : {}
  return Object.entries(SQUADS).flatMap(([squad, post]) => {
    const [leader, ...others] = source.random.some(residents, Math.min(PER_SQUAD, Math.floor(residents.length / 4)))
    const members = [...cast[squad] ? [cast[squad]] : [], ...others]
    return [
      ...leader ? [appoint(leader, 'team_leader', `${plan.name}${squad}`)] : [],
      ...members.map(soul => appoint(soul, post, `${plan.name}${squad}`)),
    ]
  })
}
