// What is told of the owners' votes: lines of `occasionText`.

/** By occasion, Chinese first. */
export const decisionOccasions = {
  'decisions.freezeRoll': ['表决权人名册贴出来了，看看您家的对不对', 'The roll of voters is posted: see whether yours is right'],
  'decisions.announce': ['业主表决公告了，看看表决什么、哪天投', 'A vote of the owners is announced: see what about, and when'],
  'decisions.open': ['开始投票了，请您投一票', 'Voting is open: please vote'],
  'decisions.remind.voters': ['投票快截止了，您还没投', 'Voting ends soon and you have not voted'],
  'decisions.remind.stuck': ['公告还没齐，到日子开不了投', 'Something is missing; voting cannot open on its day'],
  'decisions.remind.result': ['结果该贴出来了', 'The result must be posted now'],
  'decisions.castAtDoor': ['有人上门替您登记了一票。不是您的意思，截止前自己再投一次就行', 'A ballot was taken at your door. If that was not you, vote again before it closes'],
  'decisions.readPaper.counted': ['您的纸票录进去了', 'Your paper ballot is in'],
  'decisions.recordMandate': ['登记了一份您的书面委托。不是您写的，请马上说', 'A mandate of yours was recorded. If you did not write it, say so at once'],
  'decisions.castByMandate': ['受托人替您投了票', 'Your agent has voted for you'],
  'decisions.close': ['计完票了，来看结果', 'The votes are counted: see the result'],
  'decisions.drop': ['表决撤下了，原因写在里面', 'The vote was taken back; the reason is inside'],
  'decisions.object': ['有业主提了异议，等您答复', 'An owner objects and waits for an answer'],
  'decisions.answerObjection': ['您的异议有答复了', 'Your objection was answered'],
  'decisions.reportDamage': ['票账和当时记下的对不上，先别计票，马上查', 'The ledger is not what was recorded: nothing is counted; look into it now'],
} as const
