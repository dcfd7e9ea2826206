// Words of calendars, of what happens regularly, and of feeds.
import { phrases } from '#kit/phrase.ts'

export const calendarFileText = phrases({
  notCalendar: ['这不是日历文件，请选 .ics 结尾的', 'This is not a calendar file; please choose one that ends in .ics'],
  broken: ['这个日历文件坏了，没读出来', 'This calendar file is broken; nothing could be read'],
  empty: ['文件里没有日子', 'There are no dates in this file'],
  tooLarge: ['文件太大，最多 2 MB', 'The file is too large; 2 MB at most'],
  tooMuch: ['文件里的日子太多，最多 500 个，分几次导入', 'Too many dates in this file; 500 at most. Please split it'],
})

export const calendarFeedText = phrases({
  name: [(community: string) => `${community}日历`, (community: string) => `${community} calendar`],
  ownName: [(community: string) => `我在${community}的日子`, (community: string) => `My dates in ${community}`],
  open: [(service: string) => `${service}（办理时间）`, (service: string) => `${service} (open)`],
  takenBack: [(id: number) => `${id} 号活动收回了`, (id: number) => `Activity ${id} was taken back`],
  due: [(title: string) => `时限：${title}`, (title: string) => `Due: ${title}`],
  dueOfPrivate: [(id: number) => `时限：${id} 号事项`, (id: number) => `Due: matter ${id}`],
  order: [(id: number) => `约好的：${id} 号点单`, (id: number) => `Booked: order ${id}`],
  duty: [(roster: string) => `值班：${roster}`, (roster: string) => `On duty: ${roster}`],
  task: [(id: number) => `要办：${id} 号事项里我的一条`, (id: number) => `To do: my part of matter ${id}`],
})

export const ownCalendarText = phrases({
  title: ['我的日历', 'My calendar'],
  meta: ['时限、要办的、报了名的，放进手机日历', 'Deadlines, tasks and what I joined, in my phone’s calendar'],
  lead: ['手上事情的时限、分到您的活、报了名的活动，手机日历自己会更新。', 'Deadlines of what you handle, your tasks and the activities you joined: your calendar follows them by itself.'],
  secret: ['这个地址只给您自己。谁拿到它，谁就看得到这些日子。不小心给了别人，换一个，旧的马上不能用。', 'This address is for you alone: whoever has it sees these dates. If it got out, make a new one; the old one ends at once.'],
  make: ['要一个地址', 'Get an address'],
  anew: ['换一个新地址', 'Get a new address'],
  once: ['记下来或者马上点开：关了这一页就再也看不到，只能换新的。', 'Copy it or open it now: once this page is closed it cannot be shown again, only replaced.'],
  open: ['放进手机日历', 'Put it into my calendar'],
  since: [(day: string) => `您有一个地址，${day}要的。`, (day: string) => `You have an address since ${day}.`],
  end: ['不要了，停用', 'End it'],
  ended: ['停用了，那个地址再也打不开', 'It ended; nothing is found there any more'],
  none: ['现在没有地址。', 'You have no address now.'],
  privacy: ['不公开的事只写编号，不写内容。', 'Of what is not public only its number is told.'],
  summaryOpen: ['要一个自己的日历地址', 'Get an address for one’s own calendar'],
  summaryClose: ['停用自己的日历地址', 'End the address of one’s own calendar'],
})

export const newsFeedText = phrases({
  board: [(community: string) => `${community}公开栏`, (community: string) => `${community} board`],
  boardOf: [(community: string, estate: string) => `${community}公开栏 ${estate}`, (community: string, estate: string) => `${community} board, ${estate}`],
  about: ['谁都看得到的事，走到哪一步了', 'What everybody may see, and how far it is'],
  matter: [(title: string, id: number) => `${id} 号：${title}`, (title: string, id: number) => `No. ${id}: ${title}`],
  step: [(step: string, place: string) => `${place}，现在在“${step}”这一步`, (step: string, place: string) => `${place}; now at the step “${step}”`],
  urgent: ['急事', 'Urgent'],
  raised: ['提出来了', 'Raised'],
})
