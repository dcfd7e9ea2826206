// What is told of volunteers and teams: lines of `occasionText`.

/** By occasion, Chinese first. */
export const volunteerOccasions = {
  'volunteers.offerSkill': ['有人亮出一项特长，等您看一眼', 'Somebody offers a skill: please look at it'],
  'volunteers.approveSkill.approved': ['您的一项特长亮出来了', 'A skill of yours now stands on the list'],
  'volunteers.approveSkill.refused': ['您的一项特长没有亮出来，原因写在里面', 'A skill of yours was not put on the list; why stands inside'],
  'volunteers.addQualification': ['有一份资质等您核一下', 'A licence waits to be checked'],
  'volunteers.checkQualification.holds': ['您交的资质核过了', 'Your licence was checked'],
  'volunteers.checkQualification.refused': ['您交的资质没核过，原因写在里面', 'Your licence was not accepted; why stands inside'],
  'volunteers.remindQualification': ['您有一份资质快到期了，换了新证再交一次', 'A licence of yours ends soon: please hand in the new one'],
  'volunteers.nameGuardian': ['家里孩子想当志愿者，等您答一声', 'A child of your home wants to volunteer and waits for your word'],
  'volunteers.answerGuardian.agreed': ['家长同意您当志愿者了', 'Your parent agreed that you volunteer'],
  'volunteers.answerGuardian.not': ['家长没有同意您当志愿者', 'Your parent did not agree that you volunteer'],
  'volunteers.enterCredit': ['给您记了一条培训或表彰，看看对不对', 'A training or award was entered for you: see whether it is right'],
  'volunteers.askCorrection': ['有位志愿者说他的记录不对', 'A volunteer says that his record is wrong'],
  'volunteers.correctCredit': ['您的记录看过了', 'Your record was looked at'],
  'volunteers.askToJoin': ['有人想进您的队', 'Somebody asks to join your team'],
  'volunteers.answerAsking.taken': ['队里收您了', 'The team took you in'],
  'volunteers.answerAsking.not': ['这支队这次没有收', 'The team did not take you in this time'],
  'volunteers.takeIn': ['请您进队了', 'You were taken into a team'],
  'volunteers.letGo': ['您不在这支队里了', 'You are not in this team any more'],
  'volunteers.nameLeader': ['请您当这支队的队长', 'You are named the leader of this team'],
  'volunteers.askCallBack': ['有人拿着您的联系卡，请您回个电话', 'Somebody with your card asks you to call back'],
  'volunteers.answerCallBack.cannot': ['您找的志愿者这次帮不上，急事请打 120', 'The volunteer you asked cannot help this time; in an emergency call 120'],
} as const
