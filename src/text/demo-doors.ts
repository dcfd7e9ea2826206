// One line for each person whom a visitor of the demo may be: what there is to see with his eyes.
import { phrases } from '#kit/phrase.ts'

export const demoDoorText = phrases({
  resident: ['提一件事，看它走到哪一步', 'Raises a matter and sees where it stands'],
  severalHomes: ['三套房，一个人', 'Three homes, one person'],
  tenant: ['租客能提什么、看什么', 'What a tenant can raise and see'],
  stairwellHead: ['替楼里老人写，发邀请码', 'Writes for elders, hands out invitations'],
  gridWorker: ['当天要看的事', 'What must be looked at today'],
  gridLeader: ['一个网格的事和人', 'The matters and people of a grid'],
  propertyStaff: ['派到手上的活', 'The jobs at hand'],
  committeeChair: ['业委会看得到的', 'What the owners’ committee sees'],
  doctor: ['志愿者的一天', 'A volunteer’s day'],
  secretary: ['管名单、岗位和验证码', 'Keeps the roster, the posts and the codes'],
  streetOfficer: ['从街道往下看', 'The view from the street office'],
  elsewhere: ['隔壁社区，只看得到自己的', 'Next door: sees only her own'],
})
