// The one thing the library does not offer: a session for an account that was let in by other means.
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Adds `api.openSession({ body: { accountId } })`, which has no address and so cannot be called from outside. */
export function openingPlugin() {
  return {
    id: 'opening',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ accountId: z.string() }) }, async ctx => {
        const account = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
        if (!account) throw new Error('there is no such account')
        const session = await ctx.context.internalAdapter.createSession(account.id)
        await setSessionCookie(ctx, { session, user: account })
        return ctx.json({ sessionId: session.id })
      }),
    },
  } satisfies BetterAuthPlugin
}
