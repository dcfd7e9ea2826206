// Words for ways of working: why a method is not valid, and publishing one.
import { phrases } from '#kit/phrase.ts'

export const methodProblemText = phrases({
  'notYaml': ['这一行写得不成格式（缩进、冒号或引号）', 'This line is not well-formed (indentation, colon or quotes)'],
  'alias': ['不能用 * 引用别处，请写出来', 'References with * are not read; write it out'],
  'twice': [(key: string) => `${key} 写了两遍`, (key: string) => `${key} stands here twice`],
  'notMethod': ['这不是一份工作法：从 key、name、about 写起', 'This is no method: begin with key, name, about'],
  'unknownKeys': [(names: string) => `不认得这些：${names}`, (names: string) => `Not known here: ${names}`],
  'notOneOf': [(where: string, choices: string) => `${where}：只能是 ${choices}`, (where: string, choices: string) => `${where}: must be one of ${choices}`],
  'missing': [(where: string) => `缺了 ${where}`, (where: string) => `${where} is missing`],
  'wrong': [(where: string) => `${where} 写得不对`, (where: string) => `${where} is not right`],
  'no raise': [(_step: string) => '要有“提”这一步（raise），事情从这里开始', (_step: string) => 'The step raise is missing: that is where a matter begins'],
  'no close': [(_step: string) => '要有“销号”这一步（close），事情到这里结束', (_step: string) => 'The step close is missing: that is where a matter ends'],
  'close goes on': [(_step: string) => '销号以后不能再往下走', (_step: string) => 'Nothing can follow close'],
  'nobody may': [(_step: string) => '这一步没写谁来办（may）', (_step: string) => 'Nobody may do this step (may)'],
  'no track': [(_step: string) => '至少要有一种办理途径', (_step: string) => 'At least one track is needed'],
  'not from raise to close': [(_step: string) => '每种途径从 raise 开始，到 close 结束', (_step: string) => 'Each track begins with raise and ends with close'],
  'no such step': [(step: string) => `没有 ${step} 这一步`, (step: string) => `There is no step ${step}`],
  'leads nowhere': [(step: string) => `从 ${step} 走不到销号，事情会卡住`, (step: string) => `From ${step} there is no way to close; matters would get stuck`],
  'rings back in time': [(_step: string) => '后面一圈不能比前面一圈早', (_step: string) => 'a ring cannot open before the one that stands above it'],
  'never reached': [(step: string) => `从 raise 走不到 ${step}`, (step: string) => `${step} cannot be reached from raise`],
})

export const methodsText = phrases({
  source: ['工作法', 'Way of working'],
  sourceWrong: ['写下整个工作法（最多 64 KB）', 'The whole method (at most 64 KB)'],
  atLine: [(line: number, reason: string) => `第 ${line} 行：${reason}`, (line: number, reason: string) => `Line ${line}: ${reason}`],
  same: ['和现在用的一样，没有要发布的', 'It is the same as the one in force; nothing to publish'],
  elsewhere: [(version: number) => `刚才有人发布了第 ${version} 版，请看看再改`, (version: number) => `Version ${version} was just published; please look at it first`],
  summaryPublish: ['发布工作法', 'Publish a way of working'],
})
