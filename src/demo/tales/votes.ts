// S0-14 to S0-19 and S1-07 to S1-12: two votes of the owners of 榕荫里, one that is open now and one that was carried and posted.
import {
  answerObjection, announceDecision, closeDecision, draftDecision, freezeRoll, objectToDecision, openDecision, postResult, putQuestion, type Choices, type Item,
} from '#modules/decisions/public.ts'
import { acceptMatter, moveMatter, publishPlan, raiseMatter, renameMatter, routeMatter } from '#modules/matters/public.ts'
import { planned } from './together.ts'
import { VOTES } from './titles.ts'
import { mixed, posted, settled, vote, type Kept } from './voting.ts'
import type { Tale, Teller } from './teller.ts'

const ESTATE = '榕荫里'

/** What is asked, and how many days ago each thing happened; what is negative lies ahead. */
interface Asked {
  title: string
  about: string
  item: Item
  question: string
  matter: number
  drafted: number
  opens: number
  closes: number
}

/** The open ground floor of Building 3: voting is open, and not enough have voted yet. */
export async function* stiltFloor(teller: Teller): Tale {
  const matter = yield* raised(teller, { daysAgo: 58, place: `${ESTATE} 3号楼`, kind: 'idea', title: VOTES.stiltFloor,
    text: '三号楼架空层堆满杂物，能不能理出来，一半做储物间，一半给孩子们玩？' })
  yield* planned(teller, matter, 55)
  const kept = yield* opened(teller, {
    title: VOTES.stiltFloor, matter, item: 'common_parts', drafted: 27, opens: 5, closes: -5,
    about: '架空层 138 平方米：一半隔成储物间，各家自愿租；一半铺软地面，放滑梯和长椅。造价 86,200 元，从公共收益出，不向各家收钱。消防通道不动。',
    question: '同意把 3 号楼架空层改成储物间和儿童活动角吗？',
  })
  for (const [day, share] of [[4, 22], [3, 37], [2, 50], [1, 58]] as const) {
    yield teller.at(day, '19:30')
    await vote(teller, kept, { day, until: share, choices: mostly(83) })
  }
}

/** The roof of Building 5, made pitched and insulated: carried and posted. */
export async function* roof(teller: Teller): Tale {
  const matter = yield* raised(teller, { daysAgo: 84, place: `${ESTATE} 5号楼`, kind: 'idea', title: VOTES.roof,
    text: '每到夏天，顶楼几家像蒸笼，能不能加隔热层，平顶改成坡顶？' })
  const kept = yield* opened(teller, {
    title: VOTES.roof, matter, item: 'rebuild', drafted: 72, opens: 50, closes: 36,
    about: '5 号楼屋面加隔热层，平屋面改坡屋面。预算 412,600 元，从维修资金出；施工 40 天，先搭防护棚。',
    question: '同意 5 号楼屋面平改坡并加隔热层吗？',
  })
  for (const [day, share] of [[48, 30], [44, 55], [40, 81]] as const) {
    yield teller.at(day, '20:00')
    await vote(teller, kept, { day, until: share, choices: mostly(88) })
  }
  yield teller.at(36, '20:00')
  await teller.person(null).does(closeDecision, { id: kept.id })
  yield teller.at(35, '11:00')
  await posted(teller, kept, 'result', 35)
  await (await teller.by('committeeChair')).does(postResult, { id: kept.id })
  const secretary = await teller.by('secretary')
  await secretary.does(publishPlan, { id: matter, text: '先比价，再签合同；搭好防护棚才动工。', who: '业委会牵头，物业配合', due: teller.date(-20), yuan: '412,600.00' })
  await secretary.does(moveMatter, { id: matter, step: 'coordinate', note: '业主表决通过了，找三家来比价。' })
}

async function* raised({ by, at, place }: Teller, said: { daysAgo: number, place: string, kind: 'idea', title: string, text: string }): AsyncGenerator<Temporal.Instant, number, void> {
  yield at(said.daysAgo, '10:20')
  const { id } = await (await by('neighbour')).does(raiseMatter, { place: place(said.place), kind: said.kind, text: said.text, nameShown: true })
  yield at(said.daysAgo - 1, '09:00')
  const secretary = await by('secretary')
  await secretary.does(routeMatter, { id, track: 'owners', category: 'other' })
  await secretary.does(renameMatter, { id, title: said.title })
  await secretary.does(acceptMatter, { id })
  await secretary.does(moveMatter, { id, step: 'discuss', note: '要动公共部位，按民法典 278 条由业主共同决定。先听大家怎么说。' })
  return id
}

// Drafted, the roll posted and objected to, announced, hung in every building, opened by the clock.
async function* opened(teller: Teller, { title, about, item, question, matter, drafted, opens, closes }: Asked): AsyncGenerator<Temporal.Instant, Kept, void> {
  const { by, at, place, date } = teller
  yield at(drafted, '09:10')
  const chair = await by('committeeChair')
  const { id } = await chair.does(draftDecision, { estate: place(ESTATE), matter, title, about })
  await chair.does(putQuestion, { id, position: 1, item, text: question })
  const kept: Kept = { id, estate: ESTATE, keeper: 'committeeChair' }
  await settled(teller, kept)
  await chair.does(freezeRoll, { id, asOf: date(drafted), objectionsUntil: date(drafted - 3) })
  yield at(drafted, '11:00')
  await posted(teller, kept, 'roll', drafted)
  yield at(drafted - 1, '12:15')
  const { objection } = await (await by('severalHomes')).does(objectToDecision, { id, about: 'roll', text: '我有三套房，名册上人数算一个，面积有没有都算进去？' })
  yield at(drafted - 1, '16:40')
  await chair.does(answerObjection, { id, objection, upheld: 'false', answer: '三套面积都加进去了，人数按一人算：一位业主有几套房，人数只算一个（最高法解释第 9 条）。' })
  yield at(drafted - 4, '09:00')
  await chair.does(announceDecision, { id, opens: `${date(opens)}T08:00`, closes: `${date(closes)}T20:00` })
  yield at(drafted - 4, '11:00')
  await posted(teller, kept, 'notice', drafted - 4)
  await posted(teller, kept, 'committee', drafted - 4)
  yield at(opens, '08:00')
  await teller.person(null).does(openDecision, { id })
  await (await by('secretary')).does(moveMatter, { id: matter, step: 'decide', note: '公告贴满日子了，今天开投。' })
  return kept
}

// So many of a hundred agree; most of the others do not.
function mostly(yes: number): (number: number) => Choices {
  return number => ({ 1: mixed(number * 7) < yes ? 'yes' : mixed(number * 11) < 70 ? 'no' : 'abstain' })
}
