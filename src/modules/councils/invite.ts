// 邀请: somebody gets a seat at this one session, such as the parties concerned or a guest of the street.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange, whoIsMeant } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { party, somebody, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const inviteToSessionInput = z.strictObject({ id: which, party, ...somebody })

/** Invites a person or an organisation; whoever is invited already, or came of himself, keeps his seat and is for this party. */
export const inviteToSession = action({
  name: 'councils.invite',
  summary: lang => sessionText(lang).summaryInvite,
  input: inviteToSessionInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.invite,
  run: async (db, { subject: session, input, now }) => {
    const who = await whoIsMeant(db, input)
    const { id: seat } = await db.insertInto('session_seat')
      .values({ community_id: db.community, session_id: session.id, party: input.party, ...who, invited_at: now.toString() })
      .onConflict(there => there.columns(['community_id', 'session_id', who.person_id === null ? 'organisation_id' : 'person_id'])
        .doUpdateSet({ party: input.party, invited_at: now.toString() }))
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `sessions/${session.id}`, answer: { id: session.id, seat }, facts: { seat, party: input.party } }
  },
})
