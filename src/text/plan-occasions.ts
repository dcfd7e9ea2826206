// What is told of plans and of shared costs: lines of `occasionText`.

/** By occasion, Chinese first. */
export const planOccasions = {
  'plans.publish': ['规划方案出了新的一版，看看，说说看法', 'There is a new version of the plan: say what you think'],
  'plans.publish.final': ['规划方案定稿了', 'The plan is final'],
  'plans.suggest': ['有人对方案说了看法', 'Somebody said something about the plan'],
  'plans.suggest.held': ['有一条对方案的看法等着看', 'Something said about the plan waits for a look'],
  'plans.decide.adopted': ['您的建议被采纳了', 'Your suggestion was adopted'],
  'plans.decide.partly': ['您的建议部分采纳了，看看说明', 'Your suggestion was partly adopted; see why'],
  'plans.decide.not_adopted': ['您的建议没有采纳，说明了为什么', 'Your suggestion was not adopted; it says why'],
  'sharing.start': ['在商量怎么分摊，看看您家每种分法交多少', 'Who pays what is being weighed: see what your home would pay under each key'],
  'sharing.change': ['分摊办法改了，再看看您家交多少', 'What is weighed was changed: see again what your home would pay'],
  'sharing.say.objection': ['有人对分摊提了意见', 'Somebody objected to how it is shared'],
  'sharing.say.held': ['有一条对分摊的意见等着看', 'An objection to how it is shared waits for a look'],
  'sharing.answer': ['您对分摊提的意见有答复了', 'Your objection was answered'],
  'sharing.agree': ['分摊约定拟好了，看看您家交多少', 'The agreement is written: see what your home pays'],
  'sharing.sign.all': ['分摊约定代表都签了，看看您家交多少、从哪天起', 'Everybody signed the agreement: see what your home pays, and from when'],
  'sharing.makeBill': ['分摊账单出来了，看看您家交多少', 'The bill is there: see what your home pays'],
} as const
