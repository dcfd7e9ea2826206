// The named people whom demo, tests and screenshots share. All are invented.
import type { PostKind } from '#modules/people/public.ts'
import { castPhone } from './phones.ts'

/** Where somebody of the cast lives: estate, building, entrance, home as in the roster. */
export type Address = readonly [estate: string, building: string, entrance: string, home: string]

export interface CastMember {
  name: string
  /** Eleven digits that reach nobody; '' for who has no phone. */
  phone: string
  /** The community's short name in addresses. */
  community: string
  /** Homes with the tie to each, the first being where the person lives. */
  homes: readonly { at: Address, tie: 'owner' | 'tenant' | 'family' }[]
  /** The post held, if any; the posts of an estate are those of 榕荫里. */
  post: PostKind | null
}

const estate = '榕荫里'

function at(building: number, home: string): Address {
  return [estate, `${building}号楼`, '1单元', home]
}

/** Who is who. The homes are there in the village as well as in the street. */
export const CAST = {
  resident: member('林秀英', 1, null, { at: at(3, '602'), tie: 'owner' }),
  severalHomes: member('黄国栋', 2, null,
    { at: at(2, '1001'), tie: 'owner' }, { at: at(1, '902'), tie: 'owner' }, { at: at(3, '201'), tie: 'owner' }),
  tenant: member('周晓晴', 3, null, { at: at(1, '902'), tie: 'tenant' }),
  stairwellHead: member('蔡国平', 4, 'stairwell_head', { at: at(1, '701'), tie: 'owner' }),
  gridWorker: member('吴桂芳', 5, 'grid_worker'),
  gridLeader: member('洪建设', 6, 'grid_leader'),
  propertyStaff: member('郑文彬', 7, 'property_staff'),
  propertyManager: member('谢晓东', 8, 'property_manager'),
  committeeChair: member('许志强', 9, 'committee_chair', { at: at(2, '502'), tie: 'owner' }),
  doctor: member('苏明月', 10, 'volunteer_doctor', { at: at(3, '801'), tie: 'owner' }),
  secretary: member('陈慧敏', 11, 'secretary'),
  streetOfficer: member('郭海峰', 12, 'street_officer'),
  neighbour: member('陈海生', 13, 'volunteer', { at: at(2, '301'), tie: 'owner' }),
  elder: { ...member('黄玉珠', 0, null, { at: at(1, '302'), tie: 'owner' }), phone: '' },
  elsewhere: { ...member('叶美玲', 20, null, { at: ['茶亭里', '1号楼', '1单元', '401'], tie: 'owner' }), community: 'chating' },
} as const satisfies Record<string, CastMember>

export type CastKey = keyof typeof CAST

/** Secretaries of the communities, by short name; 石埕's is in the cast. */
export const SECRETARIES: Readonly<Record<string, { name: string, phone: string }>> = {
  shicheng: CAST.secretary,
  chating: { name: '潘雅琴', phone: castPhone(21) },
  nanpu: { name: '卢志远', phone: castPhone(22) },
}

function member(name: string, number: number, post: PostKind | null, ...homes: CastMember['homes']): CastMember {
  return { name, phone: castPhone(number), community: 'shicheng', homes, post }
}

/** The members of the cast in one community. */
export function castOf(community: string): CastMember[] {
  return Object.values(CAST).filter(member => member.community === community)
}
