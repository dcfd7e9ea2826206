// What later modules and the doors may use of conversations.
export { castInput, castOpinion } from '#modules/opinions/cast.ts'
export { closeConversation } from '#modules/opinions/close.ts'
export {
  isOpen, mayNotClose, mayNotJudge, mayNotModerate, mayNotOpen, mayNotSpeak, OPINIONS, REFUSALS, type OpinionWord,
} from '#modules/opinions/conversation.ts'
export { checkPublished, votesFile, votesListed } from '#modules/opinions/download.ts'
export { drawMap, mapsToDraw } from '#modules/opinions/draw.ts'
export { drawnShape, SAFE, type Drawn } from '#modules/opinions/drawn.ts'
export { conversationsToFinish, finishConversation } from '#modules/opinions/finish.ts'
export { openInput } from '#modules/opinions/fields.ts'
export { judgeInput, judgeStatement } from '#modules/opinions/judge.ts'
export { openConversation } from '#modules/opinions/open.ts'
export {
  conversationById, conversationsListed, nextStatement, statementsBehind, statementsShown, type ConversationShown,
} from '#modules/opinions/read.ts'
export { suggestInput, suggestStatement } from '#modules/opinions/suggest.ts'
export { voteTable } from '#modules/opinions/table.ts'
