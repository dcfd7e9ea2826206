// A form that could not be taken comes back with what was typed: to be mended (422), or because it came too often (429).
import { Invalid, TooOften } from '#kit/errors.ts'
import type { Mend, Page, Sent } from '#web/visit.ts'
import type { Html } from './html.ts'

/** What `act` answers, or the form again; `field` is where it says that it was too often. Any other problem is thrown on. */
export async function orAgain(
  sent: Sent, act: () => Promise<Response>, again: (mend: Mend) => Page, { field = 'text', values = sent.form.fields }: { field?: string, values?: Mend['values'] } = {},
): Promise<Html | Response> {
  try {
    return await act()
  } catch (problem) {
    if (problem instanceof Invalid) return sent.show(again({ values, problems: problem.problems }))
    if (problem instanceof TooOften) return tooOften(await sent.show(again({ values, problems: [{ field, reason: problem.reason }] })), problem)
    throw problem
  }
}

/** The page with the status that asks to wait. */
export async function tooOften(page: Html | Response, { status, seconds }: TooOften): Promise<Response> {
  if (page instanceof Response) return page
  return new Response(String(await page), {
    status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': String(seconds) },
  })
}
