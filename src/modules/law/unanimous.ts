// Civil Code 279: a home becomes a shop only if every interested owner agrees. By heads; silence is no consent. Pure.
import type { RollEntry } from '#modules/law/electorate.ts'

/** The interested owners: all with a home in the building, and those elsewhere who showed that it concerns them (SPC interpretation 11). */
export function interested(entries: readonly RollEntry[], building: number, shown: ReadonlySet<number>): RollEntry[] {
  return entries.filter(entry => entry.homes.some(home => home.building === building) || entry.owners.some(owner => shown.has(owner)))
}

/** What the interested said. `missing`: agreed neither nor refused; nobody's silence is counted. */
export interface Unanimity {
  readonly asked: number
  readonly agreed: number
  readonly refused: number
  readonly missing: number
  readonly carried: boolean
}

/** Whether all of them agreed. Nobody asked is nobody's consent. Throws RangeError when more answered than were asked. */
export function unanimous({ asked, agreed, refused }: { asked: number, agreed: number, refused: number }): Unanimity {
  const missing = asked - agreed - refused
  const numbers = [asked, agreed, refused, missing]
  if (numbers.some(number => !Number.isSafeInteger(number) || number < 0)) throw new RangeError('heads are whole numbers from 0')
  return { asked, agreed, refused, missing, carried: asked > 0 && agreed === asked }
}
