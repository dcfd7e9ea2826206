// POST requests: what somebody reports becomes a matter, through the same action as everywhere.
import type { Reader } from '#kit/db.ts'
import { BadRequest, NotFound } from '#kit/errors.ts'
import { invalid } from '#kit/check.ts'
import { listed, type Lang } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import type { Community } from '#modules/communities/public.ts'
import { KINDS } from '#modules/matters/public.ts'
import { CATEGORIES, categoryText, type Category } from '#modules/router/public.ts'
import { kindText } from '#text/matters.ts'
import { attributeText, hourText, open311Text } from '#text/open311.ts'
import { wrong } from './asked.ts'
import { filledIn, HOURS, USUAL_KIND, type Filled } from './attributes.ts'
import { serviceOf } from './services.ts'
import { instantOf } from './times.ts'
import { placeMeant, type Found } from './where.ts'

/** Reads what was sent into what raising a matter takes. Throws Invalid with what is wrong, in the names of the specification. */
export async function readReport(db: Reader, form: Form, lang: Lang, community: Community) {
  const service = serviceMeant(one(form, 'service_code'))
  const { filled, problems } = filledIn(service, attributesIn(form))
  const media = one(form, 'media_url')
  if (media !== '' && !isWebAddress(media)) problems.push({ field: 'media_url', reason: lang => open311Text(lang).badMedia })
  if (problems.length > 0) throw invalid(problems)
  const found = await placeMeant(db, {
    addressId: one(form, 'address_id'), address: one(form, 'address_string'), lat: one(form, 'lat'), long: one(form, 'long'),
  })
  if (says(filled, 'AT_HOME') && found.place.kind !== 'home') throw wrong('address_string', lang => open311Text(lang).homeNeeded)
  const kind = KINDS.find(known => known === filled.KIND?.[0]) ?? USUAL_KIND[service]
  const sharePhone = says(filled, 'SHARE_PHONE')
  const said = one(form, 'description') || open311Text(lang).line(categoryText(lang)[service], kindText(lang)[kind])
  return {
    place: found.place.id, kind, category: service, urgent: says(filled, 'URGENT'), channel: 'api',
    text: [said, ...details(lang, filled, community), ...elsewhere(lang, found, media)].join('\n'),
    // Clients send the phone of their user with everything; ours is kept only when its owner says so.
    ...sharePhone && one(form, 'phone') !== '' && { phone: one(form, 'phone'), sharePhone },
  }
}

/** One field as it was sent, without blanks around it; '' where it was not. */
export function one(form: Form, name: string): string {
  return [form.fields[name] ?? ''].flat()[0]?.trim() ?? ''
}

function serviceMeant(code: string): Category {
  if (code === '') throw new BadRequest(lang => open311Text(lang).whichService)
  const service = serviceOf(code)
  if (!service) throw new NotFound(lang => open311Text(lang).noService(listed(lang, CATEGORIES)))
  return service
}

// attribute[CODE]=value, or attribute[CODE][]=value for one of several.
function attributesIn(form: Form): Map<string, string[]> {
  const given = new Map<string, string[]>()
  for (const [name, sent] of Object.entries(form.fields)) {
    const code = /^attribute\[([^[\]]{1,40})\](?:\[\d{0,3}\])?$/u.exec(name)?.[1]
    const values = [sent].flat().map(value => value.trim()).filter(value => value !== '')
    if (code !== undefined && values.length > 0) given.set(code, [...given.get(code) ?? [], ...values])
  }
  return given
}

function isWebAddress(text: string): boolean {
  return text.length <= 500 && /^https?:\/\/[^\s<>"]+$/iu.test(text) && URL.canParse(text)
}

function says(filled: Filled, code: 'AT_HOME' | 'URGENT' | 'SHARE_PHONE'): boolean {
  return filled[code]?.[0] === 'yes'
}

// What has no field of its own is said in words, so that whoever comes knows it.
function details(lang: Lang, filled: Filled, community: Community): string[] {
  const line = (label: 'which' | 'since' | 'hours', value: string | undefined) =>
    value ? [open311Text(lang).line(attributeText(lang)[label], value)] : []
  const since = instantOf(filled.SINCE?.[0] ?? '')?.toZonedDateTimeISO(community.time_zone).toPlainDateTime()
  return [
    ...line('which', filled.WHICH?.[0]),
    ...line('since', since?.toString({ smallestUnit: 'minute' }).replace('T', ' ')),
    ...line('hours', filled.HOURS && listed(lang, HOURS.filter(hour => filled.HOURS?.includes(hour)).map(hour => hourText(lang)[hour]))),
  ]
}

function elsewhere(lang: Lang, { unread }: Found, media: string): string[] {
  const t = open311Text(lang)
  return [...unread ? [t.address(unread)] : [], ...media ? [t.media(media)] : []]
}
