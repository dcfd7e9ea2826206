// The saved words of a community, and how they become words about one matter.
import type { Reader } from '#kit/db.ts'

/** The saved words that are in use, by name. */
export async function templates(db: Reader) {
  return db.selectFrom('reply_template').select(['id', 'name', 'text'])
    .where('community_id', '=', db.community).where('retired_at', 'is', null).orderBy('name').orderBy('id').execute()
}

/** Saved words with the name, place and number of a matter in them. A public reply names only a raiser who shows his name: `name` is for the caller to choose. */
export function filledIn(text: string, matter: { name: string, place: string, id: number }): string {
  const values: Readonly<Record<string, string>> = { 称呼: matter.name, 地点: matter.place, 编号: String(matter.id) }
  return text.replace(/\{(称呼|地点|编号)\}/gu, (whole, key: string) => values[key] ?? whole)
}
