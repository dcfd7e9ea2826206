// What is told of polls: lines of `occasionText`.

/** By occasion, Chinese first. */
export const ballotOccasions = {
  'polls.open': ['想听听您的意见，去投一票', 'Your opinion is asked: cast a ballot'],
  'polls.open.urgent': ['想听听您的意见，很快截止，去投一票', 'Your opinion is asked and it ends soon: cast a ballot'],
  'polls.callOff': ['投票取消了', 'The poll was called off'],
  'polls.close': ['投票有结果了', 'The poll has its result'],
} as const
