// 到会: how many seats of each party were invited, said yes and came, and whether enough came. Pure.
import type { SeatAnswer, SeatParty } from '#db/tables.ts'
import { GUESTS, PARTIES } from '#modules/councils/council.ts'

/** A seat as far as counting asks. */
export interface Counted {
  readonly party: SeatParty
  readonly invited: boolean
  readonly answer: SeatAnswer | null
  readonly came: boolean
}

/** One party. `needed`: how many invited seats have to come, 0 for guests and for who was not invited. */
export interface Attendance {
  readonly party: SeatParty
  readonly invited: number
  readonly coming: number
  readonly came: number
  /** Of those who came, how many had not been invited: welcome, and no part of the quorum. */
  readonly besides: number
  readonly needed: number
  readonly enough: boolean
}

/** By party, in the order of reading out; parties with no seat are left out. `percent`: of the invited seats of each. */
export function attendanceOf(seats: readonly Counted[], percent: number): Attendance[] {
  return PARTIES.flatMap(party => {
    const own = seats.filter(seat => seat.party === party)
    if (own.length === 0) return []
    const invited = own.filter(seat => seat.invited)
    const came = invited.filter(seat => seat.came).length
    // In whole numbers: 50 of 3 seats are 2.
    const needed = GUESTS.has(party) ? 0 : Math.ceil(invited.length * percent / 100)
    return [{
      party, invited: invited.length, came, needed, enough: came >= needed, besides: own.filter(seat => !seat.invited && seat.came).length,
      coming: invited.filter(seat => seat.answer === 'comes' || seat.answer === 'sends').length,
    }]
  })
}

/** Whether every party is there with enough seats; false where nobody was invited. */
export function isQuorate(parties: readonly Attendance[]): boolean {
  return parties.some(one => one.invited > 0) && parties.every(one => one.enough)
}
