// What the doors may use of the bill.
export { monthsAround, quarterIn, shifted, spanOf, written, type Quarter } from '#modules/bill/quarter.ts'
export { buildingsOf, ratedIn, spentIn, totalsOf, type Building, type Rated, type Span, type Spent, type Totals } from '#modules/bill/read.ts'
