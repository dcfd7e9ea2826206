// 反诈宣传单: which leaflets there are. Their words stand in the catalogue.
import { leafletText } from '#text/activities-leaflets.ts'

export type Leaflet = keyof typeof leafletText.pairs

/** The leaflets by their keys, in the order in which they are offered. */
export const LEAFLETS = ['stop_payment', 'police_call', 'refund', 'investment', 'brushing', 'grandchild', 'health_goods'] as const satisfies readonly Leaflet[]

/** Whether there is a leaflet of this key. */
export function isLeaflet(key: string): key is Leaflet {
  return LEAFLETS.some(leaflet => leaflet === key)
}
