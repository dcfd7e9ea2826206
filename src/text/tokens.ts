// Words for the keys with which a program acts as a person.
import { phrases } from '#kit/phrase.ts'

export const tokenText = phrases({
  summaryIssue: ['发一把程序钥匙', 'Issue a key for a program'],
  name: ['这把钥匙给谁用', 'What the key is for'],
  nameWrong: ['写一下给谁用（最多 40 个字），以后好认', 'Write what it is for (at most 40 characters), to know it later'],
})
