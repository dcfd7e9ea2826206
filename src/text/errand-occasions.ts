// What is told of errands: lines of `occasionText`.

/** By occasion, Chinese first. */
export const errandOccasions = {
  'errands.ask': ['有邻居要的，您正好顺路', 'A neighbour needs what lies on your way'],
  'errands.ask.held': ['有一条请邻居帮忙的话，等您看一眼', 'An ask among neighbours waits for your look'],
  'errands.ask.takenAlong': ['有邻居请您顺路带一份', 'A neighbour asks you along your way'],
  'errands.offer': ['您要的，有邻居正好顺路', 'A neighbour goes the way that you need'],
  'errands.offer.held': ['有一条愿意帮忙的话，等您看一眼', 'An offer among neighbours waits for your look'],
  'errands.take': ['有邻居应了，点进去看是谁', 'A neighbour takes it: see who'],
  'errands.release': ['应下的邻居来不了了，又在问别人', 'Whoever took it cannot come; others are asked again'],
  'errands.callOff': ['对方说不用了，谢谢您', 'It is no longer needed; thank you'],
  'errands.finish': ['邻居说办好了，请您确认一下', 'Your neighbour says that it is done: please confirm'],
  'errands.confirm': ['对方收到了，谢谢您', 'Confirmed, with thanks'],
  'errands.widen.building': ['同楼有人要搭把手，还没人应', 'Somebody in your building needs a small favour; nobody has answered'],
  'errands.widen.estate': ['同小区有人要搭把手，还没人应', 'Somebody in your estate needs a small favour; nobody has answered'],
  'errands.widen.grid': ['居民求帮忙，快到时间了还没人应', 'A resident’s errand is nearly due and nobody has answered'],
  'errands.end.untaken': ['没等到人应，对不住。可以再发一次，或给网格员打电话', 'Nobody could come; we are sorry. Ask again, or call the grid worker'],
  'errands.end.unconfirmed': ['应下的事一直没人确认，先收起来了', 'Nobody confirmed it, so it was put away'],
  'errands.end.gone': ['对方说不用了，谢谢您', 'It is no longer needed; thank you'],
  'errands.proposeSwap': ['您和一位邻居正好能换着帮，看看愿不愿意', 'You and a neighbour could help each other: have a look'],
  'errands.agreeSwap': ['对方愿意换，就等您了', 'The other one agrees to swap; it is up to you'],
  'errands.agreeSwap.both': ['说好了，两家换着帮', 'Agreed: you help each other'],
  'errands.declineSwap': ['这次没换成，您要的还在板上', 'No swap this time; yours is still on the board'],
  'errands.judge.shown': ['社区看过了，您写的放出来了', 'Looked over: what you wrote is shown'],
  'errands.judge.hidden': ['社区看过了，您写的没有放出来', 'Looked over: what you wrote is not shown'],
  'errands.report': ['有邻居请您看看这一条合不合适', 'A neighbour asks you to look at this'],
} as const
