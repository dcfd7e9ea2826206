// Words of the public tracking list and of the street's view.
import { phrases } from '#kit/phrase.ts'

export const trackingText = phrases({
  title: ['限时跟踪', 'Tracked by time'],
  lead: ['还没办完的都在这里：什么时候到时限，在谁手上。最晚的排最前。', 'Everything that is not done yet: when it is due and who has it. The latest comes first.'],
  open: [(n: number) => `没办完 ${n} 件`, (n: number) => `${n} open`],
  late: [(n: number) => `超时 ${n} 件`, (n: number) => `${n} late`],
  hidden: [(n: number) => `另有 ${n} 件不公开，也在办，只算数`, (n: number) => `${n} more are not public; they are only counted`],
  all: ['全部', 'All'],
  onlyLate: ['只看超时的', 'Only late ones'],
  which: ['看哪些', 'Which ones'],
  none: ['没有没办完的事。泡壶茶', 'Nothing is waiting. Have some tea'],
  noneLate: ['没有超时的', 'Nothing is late'],
  nobody: ['还没有人接', 'Nobody has it yet'],
  noClock: ['不限时', 'no limit'],
  waits: ['等居民回话', 'waiting for the resident'],
  raised: [(time: string) => `${time}提的`, (time: string) => `raised ${time}`],
  page: [(n: number, all: number) => `第 ${n} 页，共 ${all} 页`, (n: number, all: number) => `Page ${n} of ${all}`],
  before: ['上一页', 'Previous'],
  after: ['下一页', 'Next'],
})

export const streetText = phrases({
  title: [(name: string) => `${name}各社区`, (name: string) => `Communities of ${name}`],
  lead: ['只有数字，没有谁的事。点社区名看它的跟踪单。', 'Counts only. Choose a community to see its list.'],
  community: ['社区', 'Community'],
  open: ['没办完', 'Open'],
  late: ['超时', 'Late'],
  done: ['本月办结', 'Done this month'],
  rate: ['本月评分', 'Rating this month'],
  rated: [(mean: string, n: number) => `${mean} 分，${n} 人评`, (mean: string, n: number) => `${mean} of 5, ${n} ${n === 1 ? 'rating' : 'ratings'}`],
  unrated: ['还没有人评', 'not rated yet'],
  sum: ['合计', 'In all'],
  notHere: ['没有这个街道', 'There is no such street'],
})
