// The services: what a matter can be about, as the router sorts it, in groups that a stranger's menu can show.
import type { Lang } from '#kit/phrase.ts'
import { CATEGORIES, categoryText, categoryWords, type Category } from '#modules/router/public.ts'
import { open311Text, serviceText } from '#text/open311.ts'
import { attributesOf, type Attribute } from './attributes.ts'
import type { Told } from './formats.ts'

const GROUPS = {
  lift: 'facilities', water: 'facilities', power: 'facilities', building: 'facilities',
  hygiene: 'surroundings', parking: 'surroundings', space: 'surroundings', pets: 'surroundings',
  noise: 'neighbours', leak: 'neighbours', care: 'neighbours', activity: 'neighbours',
  property: 'management', owners: 'management', other: 'other',
} as const satisfies Record<Category, string>

const KEYWORDS = 8

/** The service of this code, or undefined. */
export function serviceOf(code: string): Category | undefined {
  return CATEGORIES.find(category => category === code)
}

/** GET services */
export function serviceList(lang: Lang): Told {
  return CATEGORIES.map(category => ({
    service_code: category,
    service_name: categoryText(lang)[category],
    description: serviceText(lang)[category],
    metadata: true,
    type: 'realtime',
    keywords: categoryWords[category].split(' ').slice(0, KEYWORDS).join(','),
    group: open311Text(lang)[GROUPS[category]],
  }))
}

/** GET services/{code} */
export function serviceDefinition(lang: Lang, service: Category): Told {
  const attributes = attributesOf(service).map((attribute, index) => defined(lang, service, attribute, index + 1))
  return { service_code: service, attributes }
}

function defined(lang: Lang, service: Category, attribute: Attribute, order: number): Told {
  const { code, datatype, label, hint, values } = attribute
  return {
    variable: attribute.variable !== false,
    code, datatype,
    required: attribute.requiredFor?.includes(service) ?? false,
    datatype_description: hint?.(lang) ?? null,
    order,
    description: label(lang),
    values: values && Object.entries(values).map(([key, name]) => ({ key, name: name(lang) })),
  }
}
