// What is told of calls for help: lines of `occasionText`.

const asked = ['有邻居要帮忙，您能去吗', 'A neighbour needs a hand: can you go'] as const
const taken = ['有人应了，已经在路上', 'Somebody goes; help is on the way'] as const
const again = ['去的人去不成了，您能去吗', 'Whoever was going cannot: can you go'] as const
const more = ['还要一个帮手，您能去吗', 'One more helper is needed: can you go'] as const
const off = ['不用去了，谢谢您', 'No need to go any more, thank you'] as const

/** By occasion, Chinese first. */
export const callOccasions = {
  'calls.make': asked,
  'calls.make.urgent': asked,
  'calls.widen': asked,
  'calls.widen.urgent': asked,
  'calls.widen.unanswered': ['时间到了还没有人去成，网格员会打电话来', 'The time is over and nobody could go; a grid worker will phone'],
  'calls.widen.gone': off,
  'calls.widen.goneUrgent': off,
  'calls.widen.left': again,
  'calls.widen.leftUrgent': again,
  'calls.claim': taken,
  'calls.claim.urgent': taken,
  'calls.claimFor': taken,
  'calls.claimFor.urgent': taken,
  'calls.release': again,
  'calls.release.urgent': again,
  'calls.askMore': more,
  'calls.askMore.urgent': more,
  'calls.arrive': ['帮忙的人说到门口了，见到了就点一下', 'The helper says he is at the door: tap when you see him'],
  'calls.callOff': off,
  'calls.callOff.urgent': off,
  'calls.end': ['这个求助了结了', 'This call was ended'],
  'calls.finish': ['帮好了', 'It is done'],
  'calls.rate': ['有人谢谢您', 'Somebody thanks you'],
  'calls.raiseFinding': ['上门帮忙时发现一个问题', 'Something was found while helping'],
  'calls.raiseFinding.held': ['有一件事等您看一眼', 'Something waits for your look'],
  'clocks.ring.unanswered': ['五分钟了还没人应，正在打电话找人', 'Five minutes and nobody answers: people are being phoned'],
  'clocks.ring.unansweredStill': ['求助还没人应，请您接手', 'A call is still unanswered: please take over'],
  'clocks.ring.underway': ['说好半小时到门口，还有十分钟', 'Half an hour to the door was promised: ten minutes are left'],
  'clocks.ring.notThere': ['半小时了还没到门口，请打个电话', 'Half an hour and nobody is at the door: please phone'],
  'clocks.ring.notThereStill': ['求助的人还没等到，请您接手', 'The caller still waits: please take over'],
} as const
