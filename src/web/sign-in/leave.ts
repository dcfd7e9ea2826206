// Going out.
import type { Handler } from 'hono'
import { formWithoutFiles, readForm } from '#kit/uploads.ts'
import type { House } from '../../house.ts'
import { ownPath } from '#web/choose-look.ts'
import { goTo, typed } from '#web/visit.ts'
import { withCookies } from './cookies.ts'

/** POST /sign-out: ends this browser's session; `next` says where to go. */
export function leave(house: House): Handler {
  return async c => {
    const form = await readForm(c.req.raw, formWithoutFiles)
    return withCookies(goTo(ownPath(typed(form, 'next'))), await house.signIn.leave(c.req.raw.headers))
  }
}
