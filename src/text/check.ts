// The general sentences for wrong fields; a field with a better one of its own says that.
import { phrases } from '#kit/phrase.ts'

export const checkText = phrases({
  someWrong: [
    (count: number) => count === 1 ? '还差一处，改好就能交' : `还差 ${count} 处，改好就能交`,
    (count: number) => count === 1 ? 'One thing to mend, then it can go' : `${count} things to mend, then it can go`,
  ],
  missing: ['这里还没填', 'This is still empty'],
  wrong: ['这里不对，请再看一眼', 'This is not right; please look again'],
  unseen: ['里面有看不见的字符，请重新打一遍', 'There is an invisible character in it; please type it again'],
  tooSmall: [(least: string) => `最少 ${least}`, (least: string) => `At least ${least}`],
  tooBig: [(most: string) => `最多 ${most}`, (most: string) => `At most ${most}`],
  tooLong: [(most: string) => `太长了，最多 ${most} 个字`, (most: string) => `Too long; at most ${most} characters`],
  unknown: [(names: string) => `不认得这些：${names}`, (names: string) => `Not known here: ${names}`],
})
