// What is written when a poll is opened: each field with its label, its limits and a sensible default.
import { z } from 'zod'
import type { Phrases, Said } from '#kit/phrase.ts'
import { MOST_OPTIONS, RULES, TIES, UNITS } from '#modules/polls/poll.ts'
import { askText, ruleText, tiesText, unitText } from '#text/ballots.ts'

const optional = <Value extends z.ZodType>(value: Value) => z.union([z.literal('').transform(() => null), value]).nullable().default(null)
const number = z.coerce.number().int().positive()

function choices<Key extends string>(keys: readonly Key[], text: Phrases<Record<Key, readonly [string, string]>>): Record<string, Said> {
  return Object.fromEntries(keys.map(key => [key, (lang: 'zh' | 'en') => text.pairs[key][lang === 'zh' ? 0 : 1]]))
}

/** One on each line, as people write them; programs may send a list. */
const options = z.union([z.string().transform(text => text.split('\n').map(line => line.trim()).filter(line => line !== '')),
  z.array(z.string().trim())])
  .pipe(z.array(z.string().min(1).max(80)).max(MOST_OPTIONS)).default([])

/** Everything that is written of a poll. */
export const pollFields = {
  question: z.string().trim().min(4).max(200).meta({
    label: lang => askText(lang).question, hint: lang => askText(lang).questionHint, wrong: lang => askText(lang).questionWrong,
      control: 'textarea',
  }),
  rule: z.enum(RULES).default('yes_no').meta({ label: lang => askText(lang).rule, control: 'pick', choices: choices(RULES, ruleText) }),
  options: options.meta({
    label: lang => askText(lang).options, hint: lang => askText(lang).optionsHint, wrong: lang => askText(lang).optionsWrong,
      control: 'textarea',
  }),
  about: z.string().trim().max(1000).default('').meta({ label: lang => askText(lang).about, hint: lang => askText(lang).aboutHint,
    control: 'textarea' }),
  place: optional(number).meta({ label: lang => askText(lang).place, wrong: lang => askText(lang).placeWrong }),
  grid: optional(number).meta({ label: lang => askText(lang).grid, wrong: lang => askText(lang).placeWrong }),
  unit: z.enum(UNITS).default('home').meta({ label: lang => askText(lang).unit, control: 'pick', choices: choices(UNITS, unitText) }),
  ties: z.enum(TIES).default('everybody').meta({ label: lang => askText(lang).ties, control: 'pick', choices: choices(TIES, tiesText) }),
  opens: optional(z.iso.date()).meta({
    label: lang => askText(lang).opens, hint: lang => askText(lang).opensHint, wrong: lang => askText(lang).opensWrong, control: 'date',
  }),
  closes: z.iso.date().meta({
    label: lang => askText(lang).closes, hint: lang => askText(lang).closesHint, wrong: lang => askText(lang).closesWrong, control: 'date',
  }),
  secret: z.boolean().default(false).meta({ label: lang => askText(lang).secret, hint: lang => askText(lang).secretHint, control: 'tick' }),
  hidden: z.boolean().default(false).meta({ label: lang => askText(lang).hidden, control: 'tick' }),
  tell: z.boolean().default(false).meta({ label: lang => askText(lang).tell, control: 'tick' }),
  quorum: z.coerce.number().int().min(0).max(100).default(0).meta({ label: lang => askText(lang).quorum,
    hint: lang => askText(lang).quorumHint }),
  most: z.coerce.number().int().min(1).max(MOST_OPTIONS).default(2).meta({ label: lang => askText(lang).most }),
  seats: z.coerce.number().int().min(1).max(MOST_OPTIONS).default(1).meta({ label: lang => askText(lang).seats,
    wrong: lang => askText(lang).seatsWrong }),
  top: z.coerce.number().pipe(z.literal([5, 10])).default(5).meta({ label: lang => askText(lang).top }),
  matter: optional(number).meta({ label: lang => askText(lang).matter, wrong: lang => askText(lang).matterWrong, control: 'hidden' }),
}

export const openPollInput = z.strictObject(pollFields)

export type Asked = z.output<typeof openPollInput>
