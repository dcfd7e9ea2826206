// The word list: what makes somebody look, and the ordinary words in which a listed one hides (S4-39: 社群交(敏感字)流).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordList } from '#modules/moderation/words.ts'

const list = wordList([{ word: '群交', kind: 'other' }, { word: '干死', kind: 'other' }])

describe('a listed word', () => {
  for (const text of ['物业经理就是个傻逼', '傻 逼', 'ＳＢ傻Ｂ', '傻\u200b逼物业', '傻*逼', '大傻逼', '媽的，代開發票請聯繫', '代·开·发·票', '你这个贱人住三楼', 'F U C K']) {
    test(`is found in “${text}”`, () => assert.notDeepEqual(list(text), []))
  }

  for (const text of [
    '社群交流活动周六上午', '社群 交流互动专区', '打扫干死角里的垃圾', '背单词卡刷单词本', '很傻。逼我走远路', '严禁刷单诈骗的海报掉了', '电梯又坏了，他妈妈上不了楼', '田鸡巴士站的路灯不亮',
    '小广告太多，请物业清一清', '业委会的账不清楚，书记不作为', '物业费涨了没有人通知', '',
  ]) {
    test(`is not meant in “${text}”`, () => assert.deepEqual(list(text), []))
  }

  test('is named by its kind, each once', () => {
    assert.deepEqual(list('傻逼傻逼代开发票'), ['insult', 'advertising'])
    assert.deepEqual(list('聚众群交'), ['other_word'])
  })
})

describe('a community', () => {
  test('switches a shipped word off, and protects a phrase of its own', () => {
    assert.deepEqual(wordList([{ word: '刷单', kind: 'allowed' }])('有人刷单'), [])
    const strict = wordList([{ word: '流浪', kind: 'other' }, { word: '流浪猫', kind: 'allowed' }])
    assert.deepEqual([strict('楼下有流浪猫'), strict('有人流浪')], [[], ['other_word']])
  })

  test('who lists a blank or a mark alone lists nothing', () => {
    assert.deepEqual(wordList([{ word: ' * ', kind: 'other' }])('一切都好 * '), [])
  })
})

describe('private data', () => {
  for (const text of ['他电话13800000001', '１３８ ００００ ０００１', '138-0000-0001 找老王', '+86 138 0000 0001', '一三八零零零零零零零一', '身份证 11010519491231002X', '卡号 6222 0212 3456 7890 128'])
    test(`is seen in “${text}”`, () => assert.deepEqual(list(text), ['private_data']))

  for (const text of ['打 0590-5550117 没人接', '编号 20261122130012345678', '110105194912310021', '电表 13800000001234', '二〇二六年十一月二十二日', '三号楼一单元六零二', '12345 热线'])
    test(`is not seen in “${text}”`, () => assert.deepEqual(list(text), []))
})

test('reading a long text takes less than a few milliseconds', () => {
  const text = '三号楼一单元的电梯升到五楼就嘎嘎响，晚上听得睡不着。'.repeat(70)
  const began = performance.now()
  for (let i = 0; i < 20; i++) list(text)
  assert.ok((performance.now() - began) / 20 < 10)
})
