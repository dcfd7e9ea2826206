// What each service asks besides a description: made from what raising a matter needs, and read back when somebody reports.
import type { FieldProblem } from '#kit/errors.ts'
import { listed, type Said } from '#kit/phrase.ts'
import { KINDS } from '#modules/matters/public.ts'
import { CATEGORIES, type Category } from '#modules/router/public.ts'
import { kindText } from '#text/matters.ts'
import { attributeText, hourText, open311Text } from '#text/open311.ts'
import { instantOf } from './times.ts'

export interface Attribute {
  code: 'EMERGENCY' | 'KIND' | 'URGENT' | 'AT_HOME' | 'WHICH' | 'SINCE' | 'HOURS' | 'SHARE_PHONE'
  datatype: 'string' | 'datetime' | 'singlevaluelist' | 'multivaluelist'
  label: Said
  hint?: Said
  values?: Readonly<Record<string, Said>>
  /** False: only to be shown. */
  variable?: false
  /** The services that ask it; all of them where it is left out. */
  askedBy?: readonly Category[]
  requiredFor?: readonly Category[]
}

const YES_NO = { yes: (lang: 'zh' | 'en') => open311Text(lang).yes, no: (lang: 'zh' | 'en') => open311Text(lang).no }
/** When it is noisy. */
export const HOURS = ['morning', 'noon', 'evening', 'night'] as const

const ATTRIBUTES: readonly Attribute[] = [
  { code: 'EMERGENCY', datatype: 'string', variable: false, label: lang => attributeText(lang).emergency },
  {
    // What is about something else can be of any kind; of the others the service says enough.
    code: 'KIND', datatype: 'singlevaluelist', requiredFor: ['other'], label: lang => attributeText(lang).kind,
    values: Object.fromEntries(KINDS.map(kind => [kind, lang => kindText(lang)[kind]])),
  },
  { code: 'URGENT', datatype: 'singlevaluelist', label: lang => attributeText(lang).urgent, values: YES_NO },
  {
    code: 'AT_HOME', datatype: 'singlevaluelist', values: YES_NO, label: lang => attributeText(lang).atHome,
    hint: lang => attributeText(lang).atHomeHint,
    askedBy: ['water', 'power', 'hygiene', 'noise', 'leak', 'building', 'pets', 'care', 'other'],
  },
  {
    code: 'WHICH', datatype: 'string', label: lang => attributeText(lang).which, hint: lang => attributeText(lang).whichHint,
    askedBy: ['lift'],
  },
  {
    code: 'SINCE', datatype: 'datetime', label: lang => attributeText(lang).since, hint: lang => attributeText(lang).sinceHint,
    askedBy: ['lift', 'water', 'power', 'noise', 'leak'],
  },
  {
    code: 'HOURS', datatype: 'multivaluelist', label: lang => attributeText(lang).hours, askedBy: ['noise'],
    values: Object.fromEntries(HOURS.map(hour => [hour, lang => hourText(lang)[hour]])),
  },
  {
    code: 'SHARE_PHONE', datatype: 'singlevaluelist', values: YES_NO, label: lang => attributeText(lang).sharePhone,
    hint: lang => attributeText(lang).sharePhoneHint,
  },
]

/** What a service asks, in its order. */
export function attributesOf(service: Category): readonly Attribute[] {
  return ATTRIBUTES.filter(({ askedBy }) => askedBy === undefined || askedBy.includes(service))
}

/** The kind of trouble where nobody says it. */
export const USUAL_KIND = {
  lift: 'broken', water: 'broken', power: 'broken', hygiene: 'dirty', parking: 'other', noise: 'noise', leak: 'broken', space: 'other',
  building: 'broken', property: 'other', owners: 'idea', care: 'other', pets: 'other', activity: 'idea', other: 'other',
} as const satisfies Record<(typeof CATEGORIES)[number], (typeof KINDS)[number]>

/** The values given for each attribute that somebody may fill in. */
export type Filled = Partial<Record<Attribute['code'], readonly string[]>>

/** What was filled in, and what is wrong with it. Blanks count as nothing. */
export function filledIn(service: Category, given: ReadonlyMap<string, readonly string[]>): { filled: Filled, problems: FieldProblem[] } {
  const asked = attributesOf(service).filter(({ variable }) => variable !== false)
  const filled: Filled = {}
  const problems: FieldProblem[] = []
  const wrong = (code: string, reason: Said) => void problems.push({ field: `attribute[${code}]`, reason })
  for (const attribute of asked) {
    const values = given.get(attribute.code) ?? []
    const reason = whyNot(attribute, service, values)
    if (reason) wrong(attribute.code, reason)
    else if (values.length > 0) filled[attribute.code] = values
  }
  for (const code of given.keys()) if (!asked.some(one => one.code === code)) wrong(code, lang => open311Text(lang).notAsked)
  return { filled, problems }
}

const LONGEST = 200

function whyNot({ datatype, values, requiredFor }: Attribute, service: Category, given: readonly string[]): Said | null {
  if (given.length === 0) return requiredFor?.includes(service) ? lang => open311Text(lang).required : null
  if (given.length > 1 && datatype !== 'multivaluelist') return lang => open311Text(lang).onlyOne
  if (values) {
    return given.every(value => Object.hasOwn(values, value)) ? null : lang => open311Text(lang).oneOf(listed(lang, Object.keys(values)))
  }
  if (datatype === 'datetime') return given.every(value => instantOf(value) !== null) ? null : lang => open311Text(lang).badTime
  return given.every(value => value.length <= LONGEST && !/\p{Cc}/u.test(value)) ? null : lang => open311Text(lang).oneLine(LONGEST)
}
