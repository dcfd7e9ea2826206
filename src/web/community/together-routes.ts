// Deciding together: councils, conversations, plans, cost sharing, polls, votes of the owners, elections.
import type { Hono } from 'hono'
import type { House } from '../../house.ts'
import { councilRoutes } from './councils/routes.ts'
import { opinionRoutes } from './opinions/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { sharingRoutes } from './sharing/routes.ts'
import { pollRoutes } from './polls/routes.ts'
import { decisionRoutes } from './decisions/routes.ts'
import { electionRoutes } from './elections/routes.ts'

/** Mounts their pages. */
export function togetherRoutes(app: Hono, house: House): void {
  councilRoutes(app, house)
  opinionRoutes(app, house)
  planRoutes(app, house)
  sharingRoutes(app, house)
  pollRoutes(app, house)
  decisionRoutes(app, house)
  electionRoutes(app, house)
}
