// What is said of ballots, rules and files of ballots that cannot be counted.
import { phrases } from '#kit/phrase.ts'

export const countingText = phrases({
  at: [
    (file: string, line: number, reason: string) => `${file} 第 ${line} 行：${reason}`,
    (file: string, line: number, reason: string) => `${file}, line ${line}: ${reason}`,
  ],
  fewCandidates: ['至少要有一位候选人', 'There must be at least one candidate'],
  seats: ['席位至少一个，不能比候选人多', 'At least one seat, and no more seats than candidates'],
  times: [(given: string) => `票数“${given}”不对，要正整数`, (given: string) => `“${given}” is not a number of ballots: a whole number from 1`],
  noSuchCandidate: [(given: string) => `没有“${given}”这位候选人`, (given: string) => `There is no candidate “${given}”`],
  twice: [(given: string) => `“${given}”出现了两次`, (given: string) => `“${given}” is named twice`],
  points: ['每一组都要有一个整数分', 'Each group needs its points, a whole number'],
  share: ['通过的比例要在 0 和 1 之间', 'The share that carries must be between 0 and 1'],
  most: ['每票至少能选一个', 'A ballot must be able to name at least one'],
  costs: ['每个项目都要有费用，预算和费用是正整数', 'Each project needs its cost; budget and costs are whole numbers from 1'],
  tooMany: [
    (given: string) => `要比较 ${given} 次，太多了，请换一个算法或少选几位`,
    (given: string) => `${given} comparisons are too many for this rule; take another rule or fewer seats`,
  ],
  empty: ['文件是空的', 'The file is empty'],
  tooLarge: ['文件太大了', 'The file is too large'],
  endsEarly: ['文件没写完', 'The file ends too early'],
  after: ['这里应该结束了，后面还有内容', 'The file should end here, but goes on'],
  notNumber: [(given: string) => `“${given}”不是这里该有的数`, (given: string) => `“${given}” is not the number that belongs here`],
  header: ['开头要写候选人数和席位数', 'The file must begin with the number of candidates and of seats'],
  noEnd: ['每张票要以 0 结尾', 'Each ballot must end with 0'],
  quote: ['引号没有配对', 'A quotation mark is not closed'],
  option: [(given: string) => `不认识选项“${given}”`, (given: string) => `Unknown option “${given}”`],
  sum: [
    (said: string, found: string) => `写的是 ${said}，实际是 ${found}`,
    (said: string, found: string) => `The file says ${said}, but there are ${found}`,
  ],
  braces: ['大括号没有配对', 'A brace is not closed or not opened'],
  emptyMark: ['少写了一位候选人', 'A candidate is missing here'],
  unreadable: [(given: string) => `读不懂“${given}”`, (given: string) => `“${given}” cannot be read`],
  missing: [(given: string) => `缺少“${given}”`, (given: string) => `“${given}” is missing`],
  yaml: [(given: string) => `YAML 格式不对：${given}`, (given: string) => `Not proper YAML: ${given}`],
  wrongKind: [(given: string) => `“${given}”的类型不对`, (given: string) => `“${given}” has the wrong kind of value`],
  unknownKind: [
    '只认 .blt、.abc.yaml、.toi、.toc、.soi、.soc、.cat、.pb 这几种文件',
    'Only .blt, .abc.yaml, .toi, .toc, .soi, .soc, .cat and .pb files are read',
  ],
  noCategory: ['没有说分几类', 'The file does not say which categories there are'],
  noProject: [(given: string) => `没有“${given}”这个项目`, (given: string) => `There is no project “${given}”`],
})
