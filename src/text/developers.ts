// Words of the pages for those who write programs.
import { phrases } from '#kit/phrase.ts'

export const developersText = phrases({
  title: ['程序接口', 'The API'],
  lead: [
    '您在页面上能看的、能办的，程序凭您的钥匙也能。每个动作是一个 POST，每个问题是一个 GET，名字就是地址，也是留痕里的名字。',
    'What you can see and do on the pages, a program can with your key. Every action is a POST, every question a GET; the name is the address, and the name in the journal.',
  ],
  first: ['先试一个', 'Try one'],
  firstSay: ['公开的事项谁都能看，不用钥匙。', 'Public matters are for everybody; no key is needed.'],
  key: ['钥匙', 'Keys'],
  keySay: [
    '在“我的 › 给程序的钥匙”里做一把：能做什么、用到哪天都由您定，随时能停。钥匙只能做您能做的事。放在 Authorization 里：',
    'Make one under Me › Keys for programs: you set what it may do and its last day, and can end it at any time. It can do only what you can. Send it as Authorization:',
  ],
  once: ['办一次，只算一次', 'Done once'],
  onceSay: [
    '每个 POST 带一个自己的 Idempotency-Key（UUID）。没等到回音，就用同一个再发：办过了就给第一次的回答，不会办两次。',
    'Give every POST an Idempotency-Key of its own (a UUID). Without an answer, send again with the same: what was done is not done twice, and you get the first answer.',
  ],
  others: ['替人办', 'For somebody else'],
  othersSay: [
    '有人委托了您，就在 X-On-Behalf-Of 里写他的编号。能替人办的动作会写明。',
    'With a mandate, put the number of the person into X-On-Behalf-Of. The actions that allow it say so.',
  ],
  pages: ['一页一页看', 'Page by page'],
  pagesSay: [
    '单子的回答是 items 和 next。把 next 放进 cursor 再问，next 是 null 就看完了。中间新来的不会打乱您看到一半的。',
    'A list answers items and next. Ask again with next as cursor until it is null. What comes in meanwhile does not upset what you are reading.',
  ],
  same: ['没变就不用再传', 'Only what changed'],
  sameSay: [
    '问题的回答带 ETag。下次放进 If-None-Match，没变就只答 304。',
    'The answer to a question has an ETag. Send it back as If-None-Match: if nothing changed you get 304 and no body.',
  ],
  problems: ['没办成的时候', 'When it is not done'],
  problemsSay: [
    '回答是 application/problem+json（RFC 9457）：title 给程序看，detail 给人看，422 的 problems 里逐个写着哪里要改。',
    'The answer is application/problem+json (RFC 9457): title for programs, detail for people; with 422, problems says for each field what to do.',
  ],
  problemsAll: ['每一种问题', 'Every kind of problem'],
  limits: ['能来多勤', 'How often'],
  limitsSay: [
    '每个回答的 RateLimit 里写着还能来几次。太勤了是 429，等 Retry-After 秒再来。',
    'RateLimit in every answer says how often more. Too often is 429: come back after Retry-After seconds.',
  ],
  live: ['新动静', 'As it happens'],
  liveSay: [
    '一直开着 GET /api/live（server-sent events），有事马上知道。断了就带上 Last-Event-ID 接着听，不漏也不重。',
    'Keep GET /api/live open (server-sent events) and hear of everything at once. After a break go on with Last-Event-ID: nothing is missed, nothing comes twice.',
  ],
  client: ['现成的 TypeScript 客户端', 'A client in TypeScript'],
  clientSay: [
    '代码库的 client/ 里有一个：类型齐全，自己重试，自己翻页，不用装别的。',
    'There is one in client/ of the repository: fully typed, tries again by itself, turns pages by itself, needs nothing else.',
  ],
  document: ['整份说明（OpenAPI 3.1）', 'The whole document (OpenAPI 3.1)'],
  names: ['所有名字', 'All names'],
  parts: ['各部分', 'Parts'],
  count: [
    (questions: number, actions: number) => `问 ${questions} 种，办 ${actions} 种`,
    (questions: number, actions: number) => `${questions} questions, ${actions} actions`,
  ],
  takes: ['要给的', 'Takes'],
  gives: ['回答', 'Answers'],
  nothing: ['什么都不用给', 'Takes nothing'],
  required: ['必给', 'required'],
  forOthers: ['可以替人办', 'Can be done for somebody else'],
  paged: ['一页一页', 'In pages'],
  example: ['真做过的例子', 'An example that was really made'],
})

export const typeText = phrases({
  string: ['文字', 'text'],
  integer: ['整数', 'whole number'],
  number: ['数', 'number'],
  boolean: ['是或否', 'true or false'],
  object: ['对象', 'object'],
  null: ['或空着', 'or null'],
  date: ['日期', 'date'],
  'date-time': ['时间', 'time'],
  uuid: ['UUID', 'UUID'],
  email: ['邮箱', 'mail address'],
  uri: ['网址', 'address'],
  any: ['随意', 'anything'],
  list: [(of: string) => `一组（${of}）`, (of: string) => `list (${of})`],
  long: [(least: string, most: string) => `${least}–${most} 字`, (least: string, most: string) => `${least}–${most} characters`],
  upTo: [(most: string) => `最多 ${most} 字`, (most: string) => `at most ${most} characters`],
  atLeast: [(least: string) => `${least} 以上`, (least: string) => `from ${least}`],
  between: [(least: string, most: string) => `${least} 到 ${most}`, (least: string, most: string) => `${least} to ${most}`],
})
