// What the door for programs says.
import { phrases } from '#kit/phrase.ts'

export const apiText = phrases({
  notOurCursor: ['这个 cursor 不是这张单子给的，请从头再问', 'This cursor did not come from this list; please begin again'],
})
