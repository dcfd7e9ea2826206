// Group robots: a line of text into a group of WeCom, DingTalk or Feishu, signed as each of them asks.
import { createHmac } from 'node:crypto'
import { DELIVERED, type Outcome } from './outcome.ts'
import { post, type Reach } from './post.ts'

export interface Robot {
  readonly kind: 'wecom' | 'dingtalk' | 'feishu'
  /** As the group's settings show it, with the key in it. */
  readonly url: string
  /** What the group signs with; null where it does not. WeCom never does. */
  readonly secret: string | null
}

/** Answers that ask for patience: too many messages within a minute, or their own trouble. */
const BUSY: Readonly<Record<Robot['kind'], readonly number[]>> = {
  wecom: [-1, 45009], dingtalk: [-1, 90030, 130101, 410100], feishu: [11232, 9499],
}

/** Sends one text; never throws. They answer 200 even when they refuse, so the code inside counts. */
export async function sendToGroup(robot: Robot, text: string, at: Temporal.Instant, reach: Reach): Promise<Outcome> {
  const { url, body } = REQUESTS[robot.kind](robot, text, at.epochMilliseconds)
  const { text: answer, ...outcome } = await post(url, reach, { headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body) })
  if (outcome.how !== 'delivered') return outcome.how === 'gone' ? { ...outcome, how: 'never' } : outcome
  const code = codeIn(answer)
  if (code === 0) return DELIVERED
  return { how: code === null || BUSY[robot.kind].includes(code) ? 'again' : 'never', why: `${robot.kind} ${code ?? 'answer'}` }
}

const REQUESTS: Readonly<Record<Robot['kind'], (robot: Robot, text: string, milliseconds: number) => { url: string, body: unknown }>> = {
  wecom: ({ url }, text) => ({ url, body: { msgtype: 'text', text: { content: text } } }),
  dingtalk: ({ url, secret }, text, milliseconds) => ({
    url: secret === null ? url : withQuery(url, { timestamp: String(milliseconds), sign: dingtalkSign(secret, milliseconds) }),
    body: { msgtype: 'text', text: { content: text } },
  }),
  feishu: ({ url, secret }, text, milliseconds) => {
    const timestamp = String(Math.floor(milliseconds / 1000))
    return { url, body: { ...secret !== null && { timestamp, sign: feishuSign(secret, timestamp) }, msg_type: 'text', content: { text } } }
  },
}

/** DingTalk: HMAC-SHA256 of "milliseconds\nsecret" with the secret as key, base64. */
export function dingtalkSign(secret: string, milliseconds: number): string {
  return createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64')
}

/** Feishu: HMAC-SHA256 of nothing with "seconds\nsecret" as key, base64. */
export function feishuSign(secret: string, seconds: string): string {
  return createHmac('sha256', `${seconds}\n${secret}`).digest('base64')
}

function withQuery(address: string, more: Record<string, string>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  return url.href
}

// WeCom and DingTalk say errcode, Feishu code (and StatusCode in its older form).
function codeIn(answer: string): number | null {
  try {
    const read = JSON.parse(answer) as Record<string, unknown> | null
    const code = read?.['errcode'] ?? read?.['code'] ?? read?.['StatusCode']
    return typeof code === 'number' ? code : null
  } catch {
    return null
  }
}
