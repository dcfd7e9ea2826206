// Words of the home page's lists of what else there is: for everybody, and for those who run the community.
import { phrases } from '#kit/phrase.ts'

export const shelfText = phrases({
  open: ['都摊开给大家看', 'Open to everybody'],
  bill: ['这季度办了什么、花了多少', 'What was done this quarter, and for how much'],
  tracking: ['还剩几天、在谁手上', 'How long each has, and who has it'],
  method: ['几步、谁来办、多久', 'Steps, people, limits'],
  services: ['办事、帮忙、买东西，找谁', 'Where to turn for papers, help and shops'],
  help: ['互相帮一把', 'Helping each other'],
  calls: ['谁在等人帮，多快有人应', 'Who waits for help, and how fast somebody goes'],
  together: ['一起商量、一起定', 'Deciding together'],
  conversations: ['大问题，一句一句地说', 'A wide question, statement by statement'],
  run: ['管社区的', 'Running the community'],
  calendar: ['上班时间和放假', 'Hours and holidays'],
  proposals: ['派得准不准，教它几条', 'How good proposals are, and what they learned'],
  templates: ['回复常用的话', 'Words for replies'],
  channels: ['发到群里、发给程序', 'To groups and programs'],
  tour: ['带您走一圈', 'A guided tour'],
})
