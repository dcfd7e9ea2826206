// What a field of the API means in errands among neighbours.
import { phrases } from '#kit/phrase.ts'

export const apiErrandText = phrases({
  side: ['求（ask）还是供（offer）', 'Whether it is an ask or an offer'],
  where: ['在哪儿：没登录只到小区，登录了到楼栋，发的人和应下的人看得到整个地址', 'Where: the estate, the building once signed in, the whole for whoever wrote it and whoever took it'],
  text: ['要什么；没登录的看不到，是 null', 'What is needed; null for whoever did not sign in'],
  inReturn: ['能帮回什么', 'What the asker could do in return'],
  room: ['能带几家的；求是 null', 'How many it takes along; null for an ask'],
  along: ['已经带了几家的', 'How many it takes along already'],
  stands: ['等人应、有人应了、说办好了、怎么了结的', 'Open, taken, said to be done, or how it ended'],
  reach: ['没人应，问到哪儿了：0 还没、1 同楼、2 小区、3 网格员', 'How far it was told: 0 not yet, 1 the building, 2 the estate, 3 the grid worker'],
  taker: ['谁应下的；只有两个人自己看得到', 'Who took it; only for the two'],
  words: ['应下的人说的话', 'What whoever took it says'],
  minutes: ['用了多少分钟', 'How many minutes it took'],
  fits: ['正好顺路的', 'What lies on the way'],
  swaps: ['正好能换着帮的', 'Swaps that meet it'],
  mine: ['我要的那件', 'What I want'],
  other: ['对方要的那件', 'What the other one wants'],
  iAgreed: ['我同意了没有', 'Whether I agreed'],
  otherAgreed: ['对方同意了没有', 'Whether the other one agreed'],
  both: ['是不是两边都同意了', 'Whether both agreed by now'],
})
