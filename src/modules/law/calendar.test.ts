// The calendar: when voting may open, why not yet, and every date that follows.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  decisionDates, dueSaid, earliestOpening, estateRules, hungOut, mayOpen, packsOf, resolve, type Happened, type Proven, type Rules,
} from '#modules/law/public.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (place: string) => resolve(packsOf(place, '2026-11-22'), '2026-11-22')
const nation = at('nation')
const usual = { extraordinary: false, first: false, election: false }
const ready: Proven = {
  notice: day('2026-11-01'), committeeTold: day('2026-11-01'), roll: day('2026-11-01'), candidates: null, drafts: null, openObjections: 0, rollProblems: 0,
}
const opening = (proven: Partial<Proven> = {}, sitting = {}, rules: Rules = nation) =>
  earliestOpening(rules, { ...usual, ...sitting }, { ...ready, ...proven })?.toString() ?? null
const why = (on: string, proven: Partial<Proven> = {}, sitting = {}, rules: Rules = nation) =>
  mayOpen(rules, { ...usual, ...sitting }, { ...ready, ...proven }, day(on)).map(({ what }) => what)

describe('voting may open', () => {
  test('when the notice has hung fifteen whole days: posted on the 1st, on the 17th and not on the 16th', () => {
    assert.equal(opening(), '2026-11-17')
    assert.deepEqual([why('2026-11-16'), why('2026-11-17'), why('2026-11-01')], [['notice'], [], ['notice']])
    const [hindrance] = mayOpen(nation, usual, ready, day('2026-11-16'))
    assert.deepEqual([hindrance?.rule?.source.article, hindrance?.reason('zh')], ['14', '会议通知要满 15 天，最早 2026-11-17 开始投票'])
  })

  test('after seven days for an extraordinary assembly in Hangzhou, and nowhere else', () => {
    assert.equal(opening({}, { extraordinary: true }, at('hangzhou')), '2026-11-09')
    assert.equal(opening({}, { extraordinary: true }), '2026-11-17')
    assert.equal(opening({}, {}, at('hangzhou')), '2026-11-17')
  })

  test('not without proof of the notice, of the roll, and that the residents’ committee was told', () => {
    assert.deepEqual(why('2027-01-01', { notice: null, roll: null, committeeTold: null }), ['notice', 'committee', 'roll'])
    assert.equal(opening({ notice: null }), null)
    assert.equal(opening({ committeeTold: day('2026-11-20') }), '2026-11-20')
  })

  test('not with an objection open or a hole in the roll', () => {
    assert.deepEqual(why('2026-12-01', { openObjections: 2, rollProblems: 1 }), ['objections', 'problems'])
    assert.equal(opening({ openObjections: 1 }), null)
    const [hindrance] = mayOpen(nation, usual, { ...ready, openObjections: 2 }, day('2026-12-01'))
    assert.deepEqual([hindrance?.earliest, hindrance?.reason('en')], [null, 'Objections without an answer: 2 left'])
  })

  test('for a first assembly with a committee only when roll, drafts and candidates have hung fifteen days too', () => {
    const first = { first: true, election: true }
    assert.deepEqual(why('2026-12-01', {}, first), ['drafts', 'candidates'])
    assert.equal(opening({ drafts: day('2026-11-03'), candidates: day('2026-11-10') }, first), '2026-11-26')
    assert.equal(opening({ drafts: day('2026-11-01'), candidates: day('2026-11-01'), roll: day('2026-11-05') }, first), '2026-11-21')
  })

  test('later where the estate asks for more', () => {
    const text = `key: estate_1
version: 1
layer: estate
within: nation
from: 2024-05-01
name: { zh: 议事规则, en: Rules of procedure }
sources:
  own: { law: { zh: 议事规则, en: Rules of procedure }, article: '7', says: { zh: 二十天, en: Twenty days }, mark: V }
rules:
  notice: { value: 20, source: own }
  voting: { value: 7, source: own }
`
    const read = estateRules(text, 'nation', '2026-11-22')
    const rules = 'rules' in read ? read.rules : assert.fail()
    assert.equal(opening({}, {}, rules), '2026-11-22')
    assert.deepEqual(dates({ opens: day('2026-11-22') }, rules), ['closes not_before 2026-11-28'])
  })
})

const nothing: Happened = {
  sitting: usual, notice: null, opens: null, closes: null, resultPosted: null, elected: null, termEnds: null, groupRequested: null, groupFormed: null,
}
function dates(happened: Partial<Happened>, rules: Rules = nation): string[] {
  return decisionDates(rules, { ...nothing, ...happened }).map(({ what, bound, on }) => `${what} ${bound} ${on?.toString() ?? 'promptly'}`)
}

describe('the dates that follow', () => {
  test('the result within three days in Beijing, promptly elsewhere', () => {
    assert.deepEqual(dates({ closes: day('2026-11-30') }, at('beijing')), ['result by 2026-12-03', 'evidence until 2029-11-30'])
    assert.deepEqual(dates({ closes: day('2026-11-30') }), ['evidence until 2029-11-30', 'result by promptly'])
  })

  test('a year to go to court from the posting, also from a leap day', () => {
    assert.deepEqual(dates({ resultPosted: day('2026-12-03') }), ['revocation until 2027-12-03', 'evidence until 2029-12-03'])
    assert.equal(dates({ resultPosted: day('2028-02-29') })[0], 'revocation until 2029-02-28')
  })

  test('a committee meets within 7 days, is filed within 30; the old one hands over within 10 and prepares the change 3 months before', () => {
    assert.deepEqual(dates({ elected: day('2026-12-05'), termEnds: day('2026-12-31') }, at('shanghai')), [
      'term_report by 2026-07-31', 'change_of_term by 2026-09-30', 'committee_meets by 2026-12-12', 'filing by 2027-01-04', 'handover by 2027-01-10',
    ])
  })

  test('a preparatory group is formed within 60 days and done within 90', () => {
    assert.deepEqual(dates({ groupRequested: day('2026-01-31'), groupFormed: day('2026-03-01') }), ['group_formed by 2026-04-01', 'group_done by 2026-05-30'])
  })

  test('each names its rule, and says itself in both languages', () => {
    const all = decisionDates(at('beijing'), {
      sitting: usual, notice: day('2026-11-01'), opens: day('2026-11-17'), closes: day('2026-11-30'), resultPosted: day('2026-12-01'),
      elected: day('2026-12-01'), termEnds: day('2027-01-01'), groupRequested: day('2026-01-01'), groupFormed: day('2026-02-01'),
    })
    assert.equal(all.length, 11)
    for (const due of all) assert.ok(due.rule.source.law.zh && dueSaid(due, 'zh').includes(String(due.on)) && dueSaid(due, 'en').includes(String(due.on)))
    assert.deepEqual(all.filter(({ what }) => what === 'opens').map(due => dueSaid(due, 'zh')), ['2026-11-17 起才能开始投票'])
  })
})

describe('whatever the days are', () => {
  test('voting may open exactly from the earliest day on, and fifteen whole days lie between', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map(count => day('2024-01-01').add({ days: count }))
    fc.assert(fc.property(days, days, fc.boolean(), fc.boolean(), (notice, roll, first, election) => {
      const [sitting, proven] = [{ ...usual, first, election }, { ...ready, notice, roll, candidates: notice, drafts: roll }]
      const earliest = earliestOpening(nation, sitting, proven) ?? assert.fail()
      assert.deepEqual(mayOpen(nation, sitting, proven, earliest), [])
      assert.ok(mayOpen(nation, sitting, proven, earliest.subtract({ days: 1 })).length > 0)
      assert.ok(notice.until(earliest).days > 15)
      assert.equal(notice.until(hungOut(notice, 15)).days - 1, 15)
    }), { numRuns: 500 })
  })
})
