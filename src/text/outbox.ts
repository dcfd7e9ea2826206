// Words of the secretary's page of codes to pass on.
import { phrases } from '#kit/phrase.ts'

export const outboxText = phrases({
  title: ['转告验证码', 'Sign-in codes'],
  lead: [
    '这里还没接短信。居民要登录，验证码到您这儿，您打电话念给本人。',
    'No text messages here yet. When neighbours sign in, their codes come to you; call and read them out.',
  ],
  care: ['先认准人再念。验证码就是钥匙。', 'Know who you speak to first. The code is a key.'],
  none: ['没有等您转告的。泡壶茶', 'Nothing to pass on. Have some tea'],
  until: [(time: string) => `${time} 前有效`, (time: string) => `good until ${time}`],
  link: ['居民登录的码，等您打电话念给本人', 'Neighbours’ sign-in codes wait for you to read them out'],
  again: ['再看看', 'Look again'],
  written: ['每看一次都记一笔', 'Every look is written down'],
  summary: ['看待转告的验证码', 'Look at codes to pass on'],
})
