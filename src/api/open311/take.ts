// What is reported: read, raised as a matter, and answered with its number and its receipt.
import { perform } from '#kit/action.ts'
import { BadRequest, Invalid } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { frameText } from '#text/frame.ts'
import { open311Text } from '#text/open311.ts'
import type { House } from '../../house.ts'
import type { Calling } from '../who-calls.ts'
import { isRequestKey, jurisdiction } from './asked.ts'
import { callerIn } from './caller.ts'
import type { Told } from './formats.ts'
import { one, readReport } from './report.ts'

/** A report as it came in: its form, the key by which a second send repeats the first answer, and the network address, for limits. */
export interface Report {
  lang: Lang
  form: Form
  calling: Calling
  requestKey: string | undefined
  from: string
}

/** POST requests. Throws what `perform` throws, in the names of the specification. */
export async function take(house: House, { lang, form, calling, requestKey, from }: Report): Promise<Told> {
  if (requestKey !== undefined && !isRequestKey(requestKey)) throw new BadRequest(lang => frameText(lang).badKey)
  const community = await jurisdiction(house, one(form, 'jurisdiction_id'))
  const who = await callerIn(community, calling)
  const input = await house.database.look(community.id, db => readReport(db, form, lang, community))
  const requestPrint = requestKey && house.means.secrets.blindIndex(`request ${JSON.stringify(form.fields)}`).slice(0, 8)
  const means = { ...house.means, now: house.clock(), from }
  const { id, receipt, held } = await perform(house.database, means, raiseMatter, who, input, { requestKey, requestPrint })
    .catch((problem: unknown) => { throw renamed(problem) })
  const t = open311Text(lang)
  const notice = [
    t.taken(id, receipt, `${house.publicUrl}/${community.slug}/matters/${id}/receipt?code=${receipt}`),
    ...held ? [t.held] : [],
    ...one(form, 'phone') !== '' && input.phone === undefined ? [t.phoneDropped] : [],
  ]
  return [{ service_request_id: String(id), service_notice: notice.join('\n') }]
}

/** The fields of raising a matter, as the specification names them. */
const NAMES: Readonly<Record<string, string>> = {
  text: 'description', kind: 'attribute[KIND]', category: 'service_code', place: 'address_id', sharePhone: 'attribute[SHARE_PHONE]',
}

// A reporter knows only the fields of the specification.
function renamed(problem: unknown): unknown {
  if (!(problem instanceof Invalid)) return problem
  return new Invalid(problem.reason, problem.problems.map(({ field, reason }) => ({ field: NAMES[field] ?? field, reason })))
}
