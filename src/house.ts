// What the doors share: the database, what actions need, sign-in, the clock. Pages never see it; they see a Visit.
import type { Logger } from 'pino'
import type { Means } from '#kit/action.ts'
import type { Carriers } from '#kit/channels/carriers.ts'
import type { Database } from '#kit/db.ts'
import type { HeadBook } from '#kit/log/head-book.ts'
import type { Metrics } from '#kit/metrics.ts'
import type { Limits, Rate } from '#kit/limits.ts'
import type { CodeSender } from '#kit/sign-in/code-sender.ts'
import type { SignIn } from '#kit/sign-in/sign-in.ts'
import type { Community } from '#modules/communities/public.ts'

/** How often one key, account or address may come to the API: to look, and to act. */
export interface ApiRates {
  readonly reads: Rate
  readonly writes: Rate
}

export interface House {
  readonly database: Database
  /** What an action needs, but the time and the network address, which are asked anew for each. */
  readonly means: Omit<Means, 'now' | 'from'>
  readonly signIn: SignIn
  /** The community at this address, or undefined; remembered for some seconds, since every request asks. */
  readonly communityAt: (slug: string) => Promise<Community | undefined>
  readonly codes: Pick<CodeSender, 'recentCodes'>
  /** How often is too often, over all processes. */
  readonly limits: Limits
  /** How often is too often at the API. */
  readonly apiRates: ApiRates
  /** By which ways notices can leave the house. */
  readonly carriers: Carriers
  readonly clock: () => Temporal.Instant
  /** The heads of the record that were seen, outside the database. */
  readonly heads: HeadBook
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
