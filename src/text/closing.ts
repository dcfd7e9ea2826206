// Words for rating, closing, the sealed file, and asking a month later.
import { phrases } from '#kit/phrase.ts'

export const starText = phrases({
  1: ['1 分，没办', '1, not done'],
  2: ['2 分，没办好', '2, not good'],
  3: ['3 分，还行', '3, all right'],
  4: ['4 分，不错', '4, good'],
  5: ['5 分，放心', '5, very good'],
})

export const ratingText = phrases({
  title: ['评一评', 'Rate it'],
  stars: ['办得怎么样', 'How good is it'],
  starsWrong: ['点一下几分', 'Tap how many stars'],
  words: ['想说的话', 'Your words'],
  wordsHint: ['大家看得到，不写名字', 'Everybody reads it, without your name'],
  sayWhy: ['哪里没办好，写一句，好让人去改', 'Say in a sentence what is not good, so that it can be mended'],
  again: ['没办好，请再办', 'Not good: please do it again'],
  againHint: ['给 1、2 分时可以勾。勾了就退回去重办，时限重新算', 'With 1 or 2 stars. It goes back to be done, and its clock starts anew'],
  notAgain: ['这一步退不回去，请直接打社区电话', 'It cannot go back from here; please call the community'],
  againOnce: ['您已经请他们再办过一次。不勾也照样评得上，经办的人看得到', 'You have had it done again once. Rate without the tick; those who handle it will read it'],
  ownWork: ['这件事是您在经办，好不好请邻居来评', 'You work on this one; how good it is, the neighbours say'],
  send: ['评好了', 'Rate'],
  change: ['改我的评分', 'Change my rating'],
  rate: [
    (mean: string, count: number) => `${mean} 分 · ${count} 人评`,
    (mean: string, count: number) => `${mean} of 5 · rated by ${count}`,
  ],
  nobody: ['还没人评', 'Nobody has rated it yet'],
  own: [(stars: number) => `您给了 ${stars} 分，销号前可以改`, (stars: number) => `You gave ${stars}; you can change it until it is closed`],
  said: ['邻居怎么说', 'What neighbours say'],
  starsOf: [(stars: number) => `${stars} 分`, (stars: number) => `${stars} of 5`],
  later: ['办好了才评，等到“晒”或“评”再来', 'It can be rated once the work is shown'],
  followFirst: ['提的人和点过“我也遇到”的人才能评', 'For whoever raised it or has the same trouble'],
  sentBack: ['有人评了说没办好，退回去再办', 'Rated as not good; it goes back to be done'],
  summary: ['评一评', 'Rate'],
})

export const closingText = phrases({
  note: ['销号时跟大家说一句', 'Your words on closing'],
  noteHint: ['办成了什么样，或者为什么不用办', 'How it turned out, or why nothing is to be done'],
  notYet: ['还没到销号这一步', 'It cannot be closed from this step'],
  stillOpen: ['这件事还在办，有话直接跟经办的人说', 'This is still being worked on; say it to those who handle it'],
  whatIsWrong: ['哪里没办好', 'What is not good'],
  whatIsWrongHint: ['现在是什么样。销号以后会另开一件，和原来那件连在一起', 'What it is like now. After closing, a new matter is opened and tied to this one'],
  reopenedAlready: [(id: number) => `已经重新开了，是 ${id} 号`, (id: number) => `It was opened again as number ${id}`],
  nothingToAsk: ['这件事没有要问的', 'There is nothing to ask about this'],
  held: ['一个月了，还好吗？', 'A month has passed. Does it still hold?'],
  yes: ['还好', 'Yes, it holds'],
  no: ['又坏了', 'No'],
  turnDown: ['不受理，或者不用办', 'Turn down: not ours, or nothing to do'],
  summary: ['销号', 'Close'],
  summaryReopen: ['没办好，请再办', 'Not good: do it again'],
  summaryAskAgain: ['一个月后问一声', 'Ask after a month'],
  summaryHeld: ['说还好', 'Say that it holds'],
})
