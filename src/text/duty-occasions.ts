// What is told of duty: lines of `occasionText`.

/** By occasion, Chinese first. */
export const dutyOccasions = {
  'duty.addTurns': ['给您排了班，看看哪天', 'You were put on duty: see when'],
  'duty.addTurns.urgent': ['给您排了班，一天半之内就开始', 'You were put on duty, and it begins within a day and a half'],
  'duty.assign': ['请您顶一班，看看几点', 'You were put on an open turn: see when'],
  'duty.callOffTurn': ['您的一班取消了', 'A turn of yours was called off'],
  'duty.endRoster': ['这张值班表停用了，后面的班都不用值了', 'The roster has ended: the turns to come are off'],
  'duty.remind.tomorrow': ['明天您值班', 'You are on duty tomorrow'],
  'duty.remind.hour': ['一小时内轮到您值班', 'Your turn begins within the hour'],
  'duty.askSwap': ['有人想和您换班，回一声', 'Somebody asks you to swap turns: say yes or no'],
  'duty.answerSwap.agreed': ['换班说好了，值班表已经改了', 'The swap is agreed and the roster is changed'],
  'duty.answerSwap.declined': ['换班对方没答应，这一班还是您值', 'The swap was declined: the turn is still yours'],
  'duty.askLeave': ['有人请假，请您答复', 'Somebody asks for leave and waits for your answer'],
  'duty.answerLeave.granted': ['准假了，这一班不用您值', 'Your leave is granted: the turn is not yours any more'],
  'duty.answerLeave.declined': ['这次没能准假，这一班还是您值', 'Leave could not be granted: the turn is still yours'],
  'duty.offer': ['有空班，看看您能不能顶', 'There are open turns: see whether you can take one'],
  'duty.offer.urgent': ['有一班快开始了还空着，您能顶吗', 'A turn begins soon and is open: can you take it?'],
  'duty.alarm': ['快到点了，这一班还没有人值', 'A turn is near and still nobody is on it'],
} as const
