// A community: the tenant. Pure.

/** The seven ways of working that a community picks from on its first day, by key. */
export const METHODS = ['163', '1720', 'siwei', '1+3+N', 'yihe-liuyuan', 'wuwei-yiti', '520'] as const
export type Method = (typeof METHODS)[number]

export interface Community {
  id: number
  slug: string
  name: string
  street: string
  method: string
  phone: string | null
  time_zone: string
  demo: boolean
}

/** The date in the community's time zone, such as 2026-11-22. */
export function today(community: Pick<Community, 'time_zone'>, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(community.time_zone).toPlainDate().toString()
}
