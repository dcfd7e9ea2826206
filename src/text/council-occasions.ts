// What is told of councils and sessions: lines of `occasionText`.

/** By occasion, Chinese first. */
export const councilOccasions = {
  'councils.convene': ['请您来开会，回一声来不来', 'You are invited to a session: say whether you come'],
  'councils.invite': ['请您来开会，回一声来不来', 'You are invited to a session: say whether you come'],
  'councils.move': ['会议改了，看看时间地点', 'The session was changed: look when and where'],
  'councils.cancel': ['会议取消了', 'The session was called off'],
  'councils.remind': ['明天开会，别忘了', 'The session is tomorrow'],
  'councils.finishMinutes': ['会议纪要出来了，请您看过签名', 'The minutes are there: please read and sign'],
  'councils.tellMissed': ['按惯例该开的会没有开', 'A session of the rhythm was not held'],
  'councils.addTask': ['会上派给您一件活', 'A session gave you a task'],
  'councils.answerQuestion.aloud': ['您的提问，会上念了', 'Your question was asked aloud'],
  'councils.answerQuestion.in_writing': ['您的提问，有书面回答了', 'Your question was answered in writing'],
  'councils.answerQuestion.declined': ['您的提问没有采用，原因在里面', 'Your question was not taken up; the reason is inside'],
  'councils.raisePoint': ['会上说的，立成事项了', 'What was said at a session is a matter now'],
  'councils.raisePoint.held': ['有一件事等您看一眼', 'Something waits for your look'],
} as const
