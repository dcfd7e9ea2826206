// What is told of elections: lines of `occasionText`.

/** By occasion, Chinese first. */
export const electionOccasions = {
  'elections.remind.due': ['业委会选举有一步快到期了', 'A step of the election is due soon'],
  'elections.remind.late': ['业委会选举有一步过期了', 'A step of the election is late'],
  'elections.answerQuestion': ['您问选举的事，有回答了', 'Your question about the election was answered'],
  'elections.answerObjection': ['您对选举提的异议，有答复了', 'Your objection in the election was answered'],
  'elections.endSold': ['有委员不再是业主，自动离任了', 'A member is no longer an owner and left the committee'],
  'elections.ask.held': ['选举咨询台有一个提问等您看一眼', 'A question at the election’s help desk waits for your look'],
  'elections.object.held': ['有一条选举异议等您看一眼', 'An objection in the election waits for your look'],
} as const
