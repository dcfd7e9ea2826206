// What a program is told when something was not done, and what whoever wrote the program can do: one line for each kind of problem.
import { phrases } from '#kit/phrase.ts'

export const problemsText = phrases({
  title: ['没办成的几种情况', 'Kinds of problems'],
  lead: ['程序收到的答复里，type 指到这里。detail 是给人看的原因，instance 是这一次的编号，打电话时报前八位。',
    'The `type` of an answer to a program leads here. `detail` is the reason for people, `instance` the number of this one; on the phone, give its first eight characters.'],
  status: [(status: number) => `状态码 ${status}`, (status: number) => `status ${status}`],
})

/** By the last part of its address; `status` codes are those of the answer. */
export const problemKindText = phrases({
  'bad-request': ['请求读不懂：JSON、请求头或编号写错了。改好再发，原样再发没有用', 'The request cannot be read: its JSON, a header or a key is malformed. Mend it; the same again will fail again'],
  'unrecognised': ['钥匙不对、停了或到期了。请本人在“给程序的钥匙”里再做一把', 'The key is wrong, was ended or has run out. Its person makes another under “Keys for programs”'],
  'refused': ['这个人或这把钥匙不能做这件事，或者现在不能。detail 说了为什么', 'This person or this key may not do this, or not now. `detail` says why'],
  'not-found': ['没有，或者不给看：两种情况答得一样', 'There is none, or none that may be seen: both are answered alike'],
  'conflict': ['别人先了一步，或者这个 Idempotency-Key 用在了别的内容上。先看现在是什么样，再决定', 'Somebody was faster, or this Idempotency-Key was used for something else. Look how it stands now, then decide'],
  'too-large': ['太长了。分开发', 'Too long. Send less at a time'],
  'unsupported-type': ['只收 application/json', 'Only application/json is read'],
  'invalid': ['有几项要改，problems 里一项一项写了怎么改。什么都没有动', 'Some fields are wrong; `problems` says for each what to do. Nothing was changed'],
  'too-often': ['来得太勤了。等 Retry-After 说的秒数；RateLimit 说还剩几次', 'Too often. Wait as many seconds as Retry-After says; RateLimit tells how many are left'],
  'internal-error': ['我们这边出错了。用同一个 Idempotency-Key 再发一次：办过的不会再办一遍', 'Something broke on our side. Send again with the same Idempotency-Key: what was done is not done twice'],
})
