// A short message by the city's SMS gateway: the one that sends the sign-in codes.
import type { Gateway } from '#kit/sign-in/code-sender.ts'
import { ofStatus, type Outcome } from './outcome.ts'

const PATIENCE = 10_000

/** Hands one text to the gateway (which the operator configured, so it may lie in his own network); never throws. `phone` is E.164. */
export async function sendSms(gateway: Gateway, phone: string, text: string): Promise<Outcome> {
  try {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(gateway.token && { authorization: `Bearer ${gateway.token}` }) },
      body: JSON.stringify({ phone, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    await answer.body?.cancel()
    const outcome = ofStatus(answer.status)
    // That the gateway's own address is wrong says nothing about the phone.
    return outcome.how === 'gone' ? { ...outcome, how: 'again' } : outcome
  } catch {
    return { how: 'again', why: 'gateway' }
  }
}
