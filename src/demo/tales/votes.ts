// S0-14 to S0-19 and S1-07 to S1-12: two votes of the owners of 榕荫里, one that is open now and one that was carried and posted.
import {
  answerObjection, announceDecision, castAtDoor, castBallot, closeDecision, draftDecision, freezeRoll, objectToDecision, openDecision, postResult, putQuestion,
  recordDelivery, recordPosting, settleHome, type Item, type Posted,
} from '#modules/decisions/public.ts'
import { acceptMatter, moveMatter, publishPlan, raiseMatter, renameMatter, routeMatter } from '#modules/matters/public.ts'
import { buildings } from '#modules/places/public.ts'
import { planned } from './together.ts'
import { VOTES } from './titles.ts'
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
  const id = yield* opened(teller, {
    title: VOTES.stiltFloor, matter, item: 'common_parts', drafted: 27, opens: 5, closes: -5,
    about: '架空层 138 平方米：一半隔成储物间，各家自愿租；一半铺软地面，放滑梯和长椅。造价 86,200 元，从公共收益出，不向各家收钱。消防通道不动。',
    question: '同意把 3 号楼架空层改成储物间和儿童活动角吗？',
  })
  for (const [day, share] of [[4, 22], [3, 37], [2, 50], [1, 58]] as const) {
    yield teller.at(day, '19:30')
    await vote(teller, id, { day, until: share, yes: 83 })
  }
}

/** The roof of Building 5, made pitched and insulated: carried and posted. */
export async function* roof(teller: Teller): Tale {
  const matter = yield* raised(teller, { daysAgo: 84, place: `${ESTATE} 5号楼`, kind: 'idea', title: VOTES.roof,
    text: '每到夏天，顶楼几家像蒸笼，能不能加隔热层，平顶改成坡顶？' })
  const id = yield* opened(teller, {
    title: VOTES.roof, matter, item: 'rebuild', drafted: 72, opens: 50, closes: 36,
    about: '5 号楼屋面加隔热层，平屋面改坡屋面。预算 412,600 元，从维修资金出；施工 40 天，先搭防护棚。',
    question: '同意 5 号楼屋面平改坡并加隔热层吗？',
  })
  for (const [day, share] of [[48, 30], [44, 55], [40, 81]] as const) {
    yield teller.at(day, '20:00')
    await vote(teller, id, { day, until: share, yes: 88 })
  }
  yield teller.at(36, '20:00')
  await teller.person(null).does(closeDecision, { id })
  yield teller.at(35, '11:00')
  await posted(teller, id, 'result', 35)
  await (await teller.by('committeeChair')).does(postResult, { id })
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
async function* opened(teller: Teller, { title, about, item, question, matter, drafted, opens, closes }: Asked): AsyncGenerator<Temporal.Instant, number, void> {
  const { by, at, place, date } = teller
  yield at(drafted, '09:10')
  const chair = await by('committeeChair')
  const { id } = await chair.does(draftDecision, { estate: place(ESTATE), matter, title, about })
  await chair.does(putQuestion, { id, position: 1, item, text: question })
  await settled(teller, id)
  await chair.does(freezeRoll, { id, asOf: date(drafted), objectionsUntil: date(drafted - 3) })
  yield at(drafted, '11:00')
  await posted(teller, id, 'roll', drafted)
  yield at(drafted - 1, '12:15')
  const { objection } = await (await by('severalHomes')).does(objectToDecision, { id, about: 'roll', text: '我有三套房，名册上人数算一个，面积有没有都算进去？' })
  yield at(drafted - 1, '16:40')
  await chair.does(answerObjection, { id, objection, upheld: 'false', answer: '三套面积都加进去了，人数按一人算：一位业主有几套房，人数只算一个（最高法解释第 9 条）。' })
  yield at(drafted - 4, '09:00')
  await chair.does(announceDecision, { id, opens: `${date(opens)}T08:00`, closes: `${date(closes)}T20:00` })
  yield at(drafted - 4, '11:00')
  await posted(teller, id, 'notice', drafted - 4)
  await posted(teller, id, 'committee', drafted - 4)
  yield at(opens, '08:00')
  await teller.person(null).does(openDecision, { id })
  await (await by('secretary')).does(moveMatter, { id: matter, step: 'decide', note: '公告贴满日子了，今天开投。' })
  return id
}

async function posted({ by, place, date, look }: Teller, id: number, what: Posted, daysAgo: number): Promise<void> {
  const chair = await by('committeeChair')
  for (const building of await look(db => buildings(db, place(ESTATE)))) {
    await chair.does(recordPosting, { id, what, place: building.id, at: `${date(daysAgo)}T10:30`, photo: await chair.proof('door') })
  }
}

// Of every home with several owners, the one whom they named on paper.
async function settled({ by, look, place }: Teller, id: number): Promise<void> {
  const chair = await by('committeeChair')
  const shared = await look(db => db.selectFrom('tie').innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select(eb => ['tie.home_id', eb.fn.min('tie.person_id').as('person')]).where('tie.community_id', '=', db.community).where('place.estate_id', '=', place(ESTATE))
    .where('tie.kind', '=', 'owner').where('tie.until', 'is', null).groupBy('tie.home_id')
    .having(eb => eb.fn.count('tie.person_id').distinct(), '>', 1).orderBy('tie.home_id').execute())
  for (const { home_id, person } of shared) await chair.does(settleHome, { id, home: home_id, kind: 'named', person, reason: '共有人签了推选书' })
}

// Everybody up to a percentage of the roll who has not voted yet: most by phone, every ninth at the door.
async function vote({ look, by, person, date }: Teller, id: number, { day, until, yes }: { day: number, until: number, yes: number }): Promise<void> {
  const rest = await look(db => db.selectFrom('decision_voter').leftJoin('ballot', join => join.onRef('ballot.community_id', '=', 'decision_voter.community_id')
    .onRef('ballot.decision_id', '=', 'decision_voter.decision_id').onRef('ballot.number', '=', 'decision_voter.number'))
    .select(['decision_voter.number', 'decision_voter.person_id']).where('decision_voter.community_id', '=', db.community)
    .where('decision_voter.decision_id', '=', id).where('ballot.id', 'is', null).orderBy('decision_voter.number').execute())
  const chair = await by('committeeChair')
  const witness = (await by('gridWorker')).actor.personId
  for (const { number, person_id } of rest.filter(voter => mixed(voter.number) < until)) {
    const choices = { 1: mixed(number * 7) < yes ? 'yes' : mixed(number * 11) < 70 ? 'no' : 'abstain' }
    if (number % 9 !== 0) await person(person_id).does(castBallot, { id, choices })
    else {
      await chair.does(recordDelivery, { id, number, how: 'in_hand', receivedBy: 'owner', at: `${date(day)}T19:00` })
      await chair.does(castAtDoor, { id, number, choices, witness, photo: await chair.proof('door') })
    }
  }
}

// A number from 0 to 99 that is always the same for this one and looks like none for its neighbour.
function mixed(number: number): number {
  return (number * 2_654_435_761 % 4_294_967_296) % 100
}
