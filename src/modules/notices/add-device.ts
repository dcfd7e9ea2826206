// This device takes push from now on, for whoever is signed in on it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

const MOST = 10

const addDeviceInput = z.strictObject({
  endpoint: z.url().max(1000),
  p256dh: z.string().max(200),
  auth: z.string().max(100),
})

/** Keeps the browser's subscription, sealed. A browser that was somebody else's is his no more: it belongs to who used it last. */
export const addDevice = action({
  name: 'notices.addDevice',
  summary: lang => noticeText(lang).summaryAddDevice,
  input: addDeviceInput,
  subject: async (db, _input, actor: Actor) => db.selectFrom('notice_device').select('id')
    .where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0).execute(),
  refuse: signedOut,
  run: async (db, { actor, input: { endpoint, p256dh, auth }, subject: devices, secrets, now }) => {
    if (devices.length >= MOST) throw new Refused(lang => noticePageText(lang).tooManyDevices)
    const personId = actor.personId ?? 0
    const kept = { person_id: personId, endpoint_sealed: secrets.encrypt(endpoint), keys_sealed: secrets.encrypt(JSON.stringify({ p256dh,
      auth })), made_at: now.toString() }
    await db.insertInto('notice_device').values({ community_id: db.community, endpoint_index: secrets.blindIndex(endpoint), ...kept })
      .onConflict(there => there.columns(['community_id', 'endpoint_index']).doUpdateSet(kept)).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})
