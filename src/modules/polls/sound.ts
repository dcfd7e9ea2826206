// Whether what was written of a poll fits together, and when it opens and closes. Pure.
import { invalid } from '#kit/check.ts'
import type { FieldProblem } from '#kit/errors.ts'
import type { Track } from '#db/tables.ts'
import { overreaches } from '#modules/matters/public.ts'
import type { Asked } from '#modules/polls/fields.ts'
import { FEWEST_SECRET, fillsSeats } from '#modules/polls/poll.ts'
import { askText } from '#text/ballots.ts'
import { pollText } from '#text/polls.ts'

const LONGEST = 60
const MORNING = '08:00'
const EVENING = '20:00'

/** When it opens and closes: now, or at eight in the morning of the first day; until eight in the evening of the last. Throws Invalid. */
export function spanOf({ opens, closes }: Pick<Asked, 'opens' | 'closes'>, now: Temporal.Instant,
  zone: string): { opens: Temporal.Instant, closes: Temporal.Instant } {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const at = (date: string, time: string) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const first = opens === null ? today : Temporal.PlainDate.from(opens)
  if (Temporal.PlainDate.compare(first, today) < 0 || Temporal.PlainDate.compare(first, today.add({ days: LONGEST })) > 0) {
    throw invalid([{ field: 'opens', reason: lang => askText(lang).opensWrong }])
  }
  const begins = opens === null || first.equals(today) ? now : at(opens, MORNING)
  const ends = at(closes, EVENING)
  const late = Temporal.PlainDate.compare(Temporal.PlainDate.from(closes), first.add({ days: LONGEST })) > 0
  if (late || Temporal.Instant.compare(ends, begins) <= 0) throw invalid([{ field: 'closes', reason: lang => askText(lang).closesWrong }])
  return { opens: begins, closes: ends }
}

/** Throws Invalid where it does not fit together, or calls itself what it is not. `track`: of the matter that it belongs to. */
export function checkSound(asked: Asked, track: Track | null): void {
  const problems = [...wrongWords(asked, track), ...wrongOptions(asked), ...wrongSeats(asked)]
  if (asked.place !== null && asked.grid !== null) problems.push({ field: 'place', reason: lang => askText(lang).placeWrong })
  if (problems.length > 0) throw invalid(problems)
}

// Advice is never called the owners' assembly, wherever it is written (Civil Code 278).
function wrongWords({ question, about, options }: Asked, track: Track | null): FieldProblem[] {
  const fields = [['question', question], ['about', about], ['options', options.join('\n')]] as const
  return fields.flatMap(([field, words]) => {
    const wrong = overreaches(words, track)
    return wrong ? [{ field, reason: lang => wrong === 'assembly' ? pollText(lang).notAssembly : pollText(lang).notToDecide }] : []
  })
}

function wrongOptions({ rule, options }: Asked): FieldProblem[] {
  if (rule === 'yes_no') return options.length === 0 ? [] : [{ field: 'options', reason: lang => askText(lang).optionsNone }]
  const same = new Set(options.map(option => option.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase()))
  return options.length >= 2 && same.size === options.length ? [] : [{ field: 'options', reason: lang => askText(lang).optionsWrong }]
}

function wrongSeats({ rule, options, seats, most }: Asked): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (seats > 1 && !fillsSeats(rule)) problems.push({ field: 'seats', reason: lang => askText(lang).seatsOne })
  else if (rule !== 'yes_no' && seats >= options.length) problems.push({ field: 'seats', reason: lang => askText(lang).seatsWrong })
  if (rule === 'multiple' && most > options.length) problems.push({ field: 'most', reason: lang => askText(lang).mostWrong })
  return problems
}

/** Throws Invalid where there is nobody to ask, or too few to keep a secret. */
export function checkAsked({ secret }: Asked, voters: number): void {
  if (voters === 0) throw invalid([{ field: 'place', reason: lang => askText(lang).nobody }])
  if (secret && voters < FEWEST_SECRET) throw invalid([{ field: 'secret', reason: lang => askText(lang).tooFewSecret(FEWEST_SECRET) }])
}
