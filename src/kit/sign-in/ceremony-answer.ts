// What a browser posts at the end of a passkey ceremony, checked here because the library answers much of the nonsense with 500.
import { z } from 'zod'

const bytes = z.string().max(20_000).regex(/^[A-Za-z0-9_-]+$/)

const ceremonyAnswer = z.object({
  name: z.string().trim().max(60).regex(/^\P{Cc}*$/u).optional(),
  response: z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes.optional(),
      authenticatorData: bytes.optional(),
      signature: bytes.optional(),
      userHandle: bytes.nullish().transform(handle => handle ?? undefined),
      transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(10).optional(),
    }),
    // We ask for no extensions, so we hear of none.
  }).transform(answer => ({ ...answer, clientExtensionResults: {} })),
})

/** The same request with only what a ceremony needs in its body, or null when that is not there. */
export async function checkedAnswer(request: Request): Promise<Request | null> {
  const body: unknown = await request.json().catch(() => null)
  const read = ceremonyAnswer.safeParse(body)
  if (!read.success) return null
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(read.data) })
}
