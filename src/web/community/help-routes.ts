// Helping each other: calls for help, volunteers, duty, hours, the menu, activities, errands.
import type { Hono } from 'hono'
import type { House } from '../../house.ts'
import { volunteerRoutes } from './volunteers/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { activityRoutes } from './activities/routes.ts'
import { dutyRoutes } from './duty/routes.ts'
import { errandRoutes } from './errands/routes.ts'
import { hoursRoutes } from './hours/routes.ts'
import { menuRoutes } from './menu/routes.ts'
import { orderRoutes } from './orders/routes.ts'

/** Mounts their pages. */
export function helpRoutes(app: Hono, house: House): void {
  volunteerRoutes(app, house)
  callRoutes(app, house)
  activityRoutes(app, house)
  dutyRoutes(app, house)
  errandRoutes(app, house)
  hoursRoutes(app, house)
  menuRoutes(app, house)
  orderRoutes(app, house)
}
