// Whom somebody means who writes hours down: volunteers and those who hold a post, by name or number.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Line } from '#modules/hours/fields.ts'
import { hoursText } from '#text/hours.ts'

type Named = Line | { readonly person: number, readonly minutes: number | null }

/** The persons meant, each once. Throws Invalid where a name is nobody's or several people's, or says somebody twice. */
export async function whoServed(db: Reader, lines: readonly Named[]): Promise<{ person: number, minutes: number | null }[]> {
  const wanted = lines.map(line => ({ minutes: line.minutes, ...meant(line) }))
  const found = await helpers(db, wanted.map(({ name }) => name), wanted.map(({ id }) => id))
  const people = wanted.map(({ name, id, minutes }) => {
    const fit = found.filter(person => id === 0 ? person.name === name : person.id === id)
    if (fit.length > 1) throw wrong(lang => hoursText(lang).severalNamed(name, fit.map(one => `#${one.id}`).join(' ')))
    const [one] = fit
    if (!one) throw wrong(lang => hoursText(lang).nobodyNamed(id === 0 ? name : `#${id}`))
    return { person: one.id, minutes, name: one.name ?? '' }
  })
  const twice = people.find(({ person }, i) => people.findIndex(other => other.person === person) < i)
  if (twice) throw wrong(lang => hoursText(lang).namedTwice(twice.name))
  return people
}

/** The field `people` with what to do about it. */
export function wrong(reason: Said) {
  return invalid([{ field: 'people', reason }])
}

function meant(line: Named): { name: string, id: number } {
  if ('person' in line) return { name: '', id: line.person }
  const [, number] = /^#(\d{1,15})$/u.exec(line.name) ?? []
  return number === undefined ? { name: line.name, id: 0 } : { name: '', id: Number(number) }
}

/** The volunteers who are registered now, by name: whom one can write down. */
export async function helpersListed(db: Reader, most = 1000) {
  return db.selectFrom('volunteer')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['person.id', 'person.name']).where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null)
    .where('person.erased_at', 'is', null).orderBy('person.name').orderBy('person.id').limit(most).execute()
}

// Not any resident: whoever writes hours down must not find out by this who lives here.
function helpers(db: Reader, names: readonly string[], ids: readonly number[]) {
  return db.selectFrom('person').select(['person.id', 'person.name']).where('person.community_id', '=', db.community)
    .where('person.erased_at', 'is', null)
    .where(eb => eb.or([eb('person.name', 'in', names), eb('person.id', 'in', ids)]))
    .where(eb => eb.or([
      eb('person.id', 'in', db.selectFrom('volunteer').select('volunteer.person_id').where('volunteer.community_id', '=', db.community)),
      eb('person.id', 'in', db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community)),
    ])).orderBy('person.id').execute()
}
