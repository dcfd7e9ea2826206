// 反诈宣传单: short texts to print and hand out.
import { phrases } from '#kit/phrase.ts'

export const leafletText = phrases({
  stop_payment: ['钱被骗走了，马上打 110', 'Money gone? Call 110 at once'],
  police_call: ['“公安”打电话让您转账，是骗子', '“Police” on the phone asking for a transfer are crooks'],
  refund: ['“退款”“理赔”要您点链接，别点', '“Refund” by a link: do not tap it'],
  investment: ['群里教您稳赚不赔，是骗局', '“Sure profit” in a chat group is a trap'],
  brushing: ['先垫钱再返利的“刷单”，都是骗', 'Paying first for “easy tasks” is always a fraud'],
  grandchild: ['“孙子出事了急用钱”，先打他原来的号码', '“Your grandson needs money”: call his old number first'],
  health_goods: ['免费鸡蛋、免费体检之后卖贵药，别买', 'Free eggs, free check-ups, then dear pills: do not buy'],
})

export const leafletBodyText = phrases({
  stop_payment: [
    '越快越好：半小时内最容易追回来。\n打 110，说清楚：什么时候、转给谁、多少钱。\n再打自己银行的客服电话，请他们止付。\n聊天记录、转账记录都留着，别删。',
    'The sooner the better: within half an hour most can be stopped.\nCall 110: when, to whom, how much.\nThen call your bank and ask them to stop the payment.\nKeep chats and records; delete nothing.',
  ],
  police_call: [
    '公安、检察院、法院不会在电话里办案，也没有“安全账户”。\n说您涉案、叫您别告诉家人的，挂掉。\n96110 打来的要接，那是反诈中心提醒您。\n拿不准，去派出所问，或者找网格员。',
    'Police and courts do not work by phone, and there is no “safe account”.\nWhoever says that you are a suspect and must tell nobody: hang up.\nDo answer 96110: it is the anti-fraud centre.\nNot sure? Ask at the police station, or your grid worker.',
  ],
  refund: [
    '真退款按原路退回，不用您再付钱，也不要验证码。\n快递、航班、网店的事，到官方软件里自己查。\n不共享屏幕，不把验证码告诉任何人。',
    'A true refund comes back the way you paid; it asks for no money and no code.\nCheck parcels, flights and shops in their own app.\nShare no screen, and tell nobody a code.',
  ],
  investment: [
    '拉您进群、有“老师”带、先让您赚一点的，后面就提不出来了。\n陌生人发的投资软件不要装。\n网上认识、没见过面的人说投资，别信。',
    'A group, a “teacher”, a small gain at first: later nothing can be taken out.\nInstall no investment app from strangers.\nDo not invest with somebody you only know online.',
  ],
  brushing: [
    '先给您一点甜头，再叫您垫大钱。\n说“再做一单才能提现”，就是骗。\n正经工作不会先收您的钱。',
    'First a little gain, then you are to pay much.\n“One more task before you get your money” is fraud.\nNo honest work takes your money first.',
  ],
  grandchild: [
    '声音、头像、视频都能造假。\n挂掉，用存着的号码打给孩子，再打给别的家人。\n问一件只有自家人知道的事。\n没问清楚之前，不转钱，不把现金交给人。',
    'Voice, picture and video can all be made up.\nHang up, call the child’s number that you know, then the family.\nAsk something that only the family knows.\nUntil then send no money and hand nobody cash.',
  ],
  health_goods: [
    '药到药店、医院买，认“国药准字”。\n“蓝帽子”是保健食品，不治病。\n听课送鸡蛋、免费旅游，回头都要您掏钱。\n买了后悔，打 12315，或者找网格员帮您。',
    'Buy medicine at a pharmacy or hospital; look for its licence number.\nHealth food cures nothing.\nFree eggs and trips are paid for later.\nSorry you bought it? Call 12315, or ask your grid worker.',
  ],
})
