// A service: what it is, who offers it, where, when, and which number to call. Pure.
import { z } from 'zod'
import type { ServiceClass } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { serviceClassText, servicesText } from '#text/services.ts'

/** The three classes of the list (S3-29), in its order. */
export const CLASSES = ['government', 'volunteer', 'social'] as const satisfies readonly ServiceClass[]

const said = (key: 'name' | 'about' | 'provider' | 'place' | 'hours', hint: Said) => ({
  label: (lang: 'zh' | 'en') => servicesText(lang)[key], hint, wrong: (lang: 'zh' | 'en') => servicesText(lang).wrong(servicesText(lang)[key]),
})

/** What is written of a service. */
export const serviceFields = {
  class: z.enum(CLASSES).meta({
    label: lang => servicesText(lang).class, wrong: lang => servicesText(lang).classWrong, control: 'pick',
    choices: Object.fromEntries(CLASSES.map(one => [one, (lang: 'zh' | 'en') => serviceClassText(lang)[one]])),
  }),
  name: z.string().trim().min(2).max(40).meta(said('name', lang => servicesText(lang).nameHint)),
  about: z.string().trim().min(2).max(300).meta({ ...said('about', lang => servicesText(lang).aboutHint), control: 'textarea' }),
  provider: z.string().trim().min(2).max(60).meta(said('provider', lang => servicesText(lang).providerHint)),
  place: z.string().trim().min(2).max(60).meta(said('place', lang => servicesText(lang).placeHint)),
  hours: z.string().trim().min(2).max(60).meta(said('hours', lang => servicesText(lang).hoursHint)),
  phone: z.string().trim().regex(/^(?:\+?\d[\d -]{1,18}\d)?$/u).default('').meta({
    label: lang => servicesText(lang).phone, hint: lang => servicesText(lang).phoneHint, wrong: lang => servicesText(lang).phoneWrong, control: 'tel',
  }),
}

/** Why this actor may not keep the list: whoever settles how the community works settles what it offers. */
export function mayNotKeepServices(actor: Actor): Said | null {
  return lacks(actor, 'change method', null)
}
