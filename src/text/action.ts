// What is said about acts in general, whatever they are about.
import { phrases } from '#kit/phrase.ts'

export const actionText = phrases({
  keyUsed: ['这次的编号别的事用过了，请刷新页面再交一次', 'This request key was used for something else; reload the page and send again'],
})
