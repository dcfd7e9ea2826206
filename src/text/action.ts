// What is said about acts in general, whatever they are about.
import { phrases } from '#kit/phrase.ts'

export const actionText = phrases({
  keyUsed: ['这次的编号别的事用过了，请刷新页面再交一次', 'This request key was used for something else; reload the page and send again'],
  noMandate: ['要他本人先说好由您替他办，记下委托以后才行', 'The person must first say that you may act for them; it works once that mandate is written down'],
  notForOthers: ['这件事只能本人来做', 'This can only be done by the person concerned'],
})
