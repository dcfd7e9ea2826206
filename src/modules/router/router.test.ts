import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gramsOf } from '#modules/router/grams.ts'
import { learn } from '#modules/router/learn.ts'
import { TRACKS } from '#modules/methods/public.ts'
import { handlerOf, lessonsFrom, propose, SPECIAL } from '#modules/router/public.ts'

const of = (text: string, kind = 'other') => ({ text, kind, placeKind: 'estate', urgent: false }) as const
const quotedIn = (reason: string) => [...reason.matchAll(/写到((?:“[^”]*”)+)/gu)].flatMap(([, run = '']) => [...run.matchAll(/“([^”]*)”/gu)].map(([, word = '']) => word))

describe('what the law says plainly', () => {
  const ROWS: [text: string, track: string, item: number | null][] = [
    ['小区里的水池积水长蚊子', 'hazard', null], ['楼下水池不流动，都是孑孓，蚊子好多', 'hazard', null],
    ['电视坏了，请人来修一下', 'help', null], ['帮我买点米和菜带上来', 'help', null], ['停水了，老人提不动水，能不能帮忙提两桶上楼', 'help', null],
    ['楼上漏水到我家', 'mediation', null], ['舞蹈房太吵，晚上睡不着', 'mediation', null],
    ['水泵电费按户平摊不合理，想按用水量分', 'council', null],
    ['架空层改成储藏间', 'owners', 8], ['架空层改成儿童游乐场', 'owners', 8], ['底层架空改成活动室', 'owners', 8], ['几间公共用房改成图书室', 'owners', 8],
    ['快递柜进小区收场地费', 'owners', 8], ['引进智能停车，收入归大家', 'owners', 8],
    ['屋顶做隔热层', 'owners', 7], ['平屋顶改坡屋顶', 'owners', 7], ['六层楼想加装电梯', 'owners', 7], ['维修资金不够了要续筹', 'owners', 6],
    ['电梯老了，动用维修资金大修', 'owners', 5], ['电梯坏了，里面困人', 'hazard', null], ['外墙瓷砖掉下来，要动维修资金', 'hazard', null],
    ['业委会换届选举', 'owners', 3], ['换一家物业公司', 'owners', 4], ['修改管理规约', 'owners', 2], ['议事规则要改', 'owners', 1],
    ['中秋节办个博饼活动', 'activity', null], ['想成立一个读书会', 'activity', null],
  ]
  for (const [text, track, item] of ROWS) {
    test(`${text} goes to ${track}${item ? `, item ${item} of Civil Code 278` : ''}`, () => {
      const proposal = propose(of(text))
      assert.deepEqual([proposal.track, proposal.item], [track, item], proposal.trackWhy('zh'))
    })
  }

  test('asks for a special majority for items 6, 7 and 8, and says so', () => {
    assert.deepEqual(SPECIAL, [6, 7, 8])
    assert.match(propose(of('架空层改成储藏间')).trackWhy('zh'), /写到“架空层”“改成”.*第 8 项，重大事项/)
    assert.match(propose(of('动用维修资金修消防')).trackWhy('en'), /item 5: ordinary majority/)
  })
})

describe('a proposal', () => {
  test('comes for any text, the same every time, with three categories and words that stand in the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.stringMatching(/^[漏水楼上电梯狗叫吵业委会维修资金改成架空层停车]{1,40}$/u)), text => {
      const [once, again] = [propose(of(text)), propose(of(text))]
      assert.ok(TRACKS.includes(once.track))
      assert.equal(once.categories.length, 3)
      assert.deepEqual(again.categories.map(({ category, share }) => [category, share]), once.categories.map(({ category, share }) => [category, share]))
      for (const why of [once.trackWhy, ...once.categories.map(each => each.why)]) {
        assert.ok(why('en').length > 0)
        assert.equal(why('zh'), why('zh'))
        for (const word of quotedIn(why('zh'))) assert.ok(text.includes(word), word)
      }
    }), { numRuns: 300, seed: 7 })
  })

  test('says honestly when there is too little to go by', () => {
    const { sure, trackWhy } = propose(of('……'))
    assert.equal(sure, false)
    assert.equal(trackWhy('zh'), '话不多，看不准，请您定')
  })

  test('names posts for every track, and the grid worker first inside a home', () => {
    for (const track of TRACKS) assert.ok(handlerOf(track, 'building').length > 0)
    assert.equal(handlerOf('hazard', 'home')[0], 'grid_worker')
  })
})

describe('what a community decided', () => {
  const DANCES = ['广场舞音响太大声', '晚上广场舞吵得睡不着', '楼下跳广场舞，孩子没法写作业', '广场舞从七点跳到十点，吵', '广场舞队的音箱太响了']
    .map(text => ({ text, track: 'activity', category: 'activity' }) as const)

  test('five times overrules the first proposal for what is like it, and for nothing else', () => {
    const sixth = of('广场舞又开始了，音响好吵', 'noise')
    assert.equal(propose(sixth).track, 'mediation')
    const taught = propose(sixth, lessonsFrom(DANCES))
    assert.deepEqual([taught.track, taught.categories[0]?.category], ['activity', 'activity'])
    assert.match(taught.trackWhy('zh'), /以前有 \d 件像这样的，都归到“活动”/)
    assert.equal(propose(of('楼上漏水到我家'), lessonsFrom(DANCES)).track, 'mediation')
  })

  test('once changes nothing where the law is plain', () => {
    const once = lessonsFrom([{ text: '架空层改成储藏间', track: 'council', category: 'space' }])
    assert.equal(propose(of('架空层改成活动室'), once).track, 'owners')
  })

  test('is empty for a new community, and then proposals are what is shipped', () => {
    assert.deepEqual(propose(of('狗叫'), lessonsFrom([])).categories[0]?.share, propose(of('狗叫')).categories[0]?.share)
  })
})

describe('learning', () => {
  test('tells labels apart that have different characters, and weighs only what it met', () => {
    const examples = ['电梯坏了', '电梯停了', '狗叫了', '狗咬人'].map((text, i) => ({ grams: gramsOf(text), label: i < 2 ? 'lift' : 'pets' } as const))
    const model = learn(examples, ['lift', 'pets'])
    const [lift = 0, pets = 0] = model.score(gramsOf('电梯里有人'))
    assert.ok(lift > pets)
    assert.deepEqual(model.weigh('麻将'), [0, 0])
    assert.deepEqual(learn(examples, ['lift', 'pets']).score(gramsOf('狗')), model.score(gramsOf('狗')))
  })

  test('leaves out where and which: 3号楼2单元501 and A座 teach nothing', () => {
    assert.deepEqual([...gramsOf('A座501').keys()], ['座'])
  })
})
