// What the doors share: the database, what actions need, sign-in, the clock. Pages never see it; they see a Visit.
import type { Logger } from 'pino'
import type { Means } from '#kit/action.ts'
import type { Carriers } from '#kit/channels/carriers.ts'
import type { Database } from '#kit/db.ts'
import type { Metrics } from '#kit/metrics.ts'
import type { Limits } from '#kit/limits.ts'
import type { CodeSender } from '#kit/sign-in/code-sender.ts'
import type { SignIn } from '#kit/sign-in/sign-in.ts'
import type { Community } from '#modules/communities/public.ts'

export interface House {
  readonly database: Database
  /** What an action needs, but the time, which is asked anew for each. */
  readonly means: Omit<Means, 'now'>
  readonly signIn: SignIn
  /** The community at this address, or undefined; remembered for some seconds, since every request asks. */
  readonly communityAt: (slug: string) => Promise<Community | undefined>
  readonly codes: Pick<CodeSender, 'recentCodes'>
  /** How often is too often, over all processes. */
  readonly limits: Limits
  /** By which ways notices can leave the house. */
  readonly carriers: Carriers
  readonly clock: () => Temporal.Instant
  /** The address that people open, without a path. */
  readonly publicUrl: string
  /** How many proxies stand in front. */
  readonly proxies: number
  /** The one-time way in while there is no community yet. */
  readonly setUpToken: string
  readonly metrics: Metrics
  /** What opens /metrics; without one it is closed. */
  readonly metricsToken?: string
  readonly log: Logger
}
