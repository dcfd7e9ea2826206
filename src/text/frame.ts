// What stands round every page, and what is said when something goes wrong.
import { phrases } from '#kit/phrase.ts'

export const frameText = phrases({
  noPage: ['这里没有这一页。码可能旧了，或者网址少了几个字', 'There is no such page. The code may be old, or the address lacks a few letters'],
  sorryTitle: ['我们这边出错了', 'Something broke on our side'],
  sorry: [(reference: string) => `对不起，是我们的错，您写的没有弄丢就请再试一次。打电话时报这个号：${reference}`,
    (reference: string) => `Sorry, this is our fault. Please try once more; on the phone, give this number: ${reference}`],
  cannot: ['这一步没做成', 'This was not done'],
  backHome: ['回首页', 'Back to the home page'],
  crossSite: ['这个请求不是从我们的页面来的，没有照办。请打开页面再点一次', 'This request did not come from our pages, so nothing was done. Open the page and press again'],
  needJson: ['请用 application/json 发送', 'Send application/json'],
  badJson: ['这段 JSON 读不懂', 'This JSON cannot be read'],
  tooMuch: ['太长了，我们收不下', 'That is more than we take'],
  somebodyFaster: ['刚刚有人先做了，请刷新看看', 'Somebody was faster just now; reload and look'],
  noAction: ['没有这个动作或问题', 'There is no such action or question'],
  badKey: ['Idempotency-Key 要是 UUID', 'Idempotency-Key must be a UUID'],
  badPrincipal: ['X-On-Behalf-Of 要是居民的编号', 'X-On-Behalf-Of must be the number of a person'],
  whichCommunity: ['请写明是哪个社区：?community=短名', 'Say which community: ?community=slug'],
})
