// What later modules and the doors may use of moderation.
export { addWord, addWordInput, WORD_KINDS } from '#modules/moderation/add-word.ts'
export { causesIn, judgedAs, mayAppear, mayNotJudge, onlyWords, PATIENCE, REASONS, standingFor, type Case, type Cause } from '#modules/moderation/case.ts'
export { endWord } from '#modules/moderation/end-word.ts'
export { judgements, judgementsByMonth } from '#modules/moderation/log.ts'
export { openCase } from '#modules/moderation/open-case.ts'
export { ownWords, wordsOf } from '#modules/moderation/own-words.ts'
export { SHIPPED } from '#modules/moderation/shipped-words.ts'
export { commentTurn, raiseTurn, takeTurn, type Counting } from '#modules/moderation/turns.ts'
