// What is told of opened homes and of many numbers read: lines of `occasionText`.

/** By occasion, Chinese first. */
export const openingOccasions = {
  'people.breakGlass': ['有人紧急查看了一户的电话，请三天内判断该不该看', 'Somebody opened the phones of a home in an emergency: please judge within three days'],
  'people.tellOpening': ['有人因为急事看过您家的姓名和电话，点进去看是谁、为什么', 'Names and phones of your home were opened in an emergency: see who and why'],
  'people.judgeOpening': ['您的那次紧急查看，书记判断过了', 'The secretary has judged your opening'],
  'people.unmask.last': ['今天看满了 30 个人的号码，再看就看不了了', 'Read the numbers of 30 people today; no more can be read until tomorrow'],
  'matters.readPhone.last': ['今天看满了 30 个人的号码，再看就看不了了', 'Read the numbers of 30 people today; no more can be read until tomorrow'],
} as const
