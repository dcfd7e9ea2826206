// What the command line says.
import { phrases } from '#kit/phrase.ts'

export const serverText = phrases({
  setUp: ['这里还是空的。打开下面的链接建社区，或者先转一转：', 'Nothing is here yet. Open this link to found a community, or to look round first:'],
})
