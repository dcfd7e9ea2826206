// Plans and shared costs of one staircase: a plan that is spoken about, a cost that is weighed, an agreement to be signed, and one in force with its bill.
import { addPhoto, raiseMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { publishVersion, suggest, supportSuggestion } from '#modules/plans/public.ts'
import { agreeOnSharing, enterReadings, makeBill, sayOnSharing, signAgreement, startSharing } from '#modules/sharing/public.ts'
import type { TestHouse } from '#test/database.ts'

interface Stairs {
  secretary: Actor
  raiser: Actor
  lead: Actor
  entrance: number
  homes: readonly { id: number, label: string }[]
}

const PLAN = { about: '一楼空地怎么用', yuan: '', parts: [{ heading: '长椅', text: '靠墙放两张长椅' }] }
const COST = { what: '楼道灯电费', yuan: '120', monthly: true, floors: '', tableOpen: true }

/** Lays them, as asked by `secretary` and answered by `raiser`, who lives there. */
export async function layPlans(here: TestHouse, { secretary, raiser, lead, entrance, homes }: Stairs) {
  const raise = async (text: string) => {
    const { id } = await here.act(raiseMatter, raiser, { place: entrance, kind: 'idea', text: `${text}，${homes[0]?.label}` })
    await here.owner.query('update matter set lead_id = $1 where id = $2', [lead.personId, id])
    return id
  }
  const planned = await raise('一楼空地能不能用起来')
  const picture = (bytes: string) => ({ bytes: Buffer.from(bytes), width: 4, height: 3 })
  const { token } = await here.act(addPhoto, secretary, { photo: { ...picture(`plan ${planned}`), type: 'image/jpeg', extension: 'jpg', thumbnail: picture(`small ${planned}`) } })
  await here.act(publishVersion, secretary, { id: planned, ...PLAN, drawings: [{ photo: token, alt: '一楼平面图，靠墙两张长椅' }] })
  const { suggestion } = await here.act(suggest, raiser, { id: planned, part: 1, stance: 'for', text: '长椅加个靠背' })
  await here.act(supportSuggestion, lead, { id: planned, suggestion })

  const start = async (text: string) => {
    const id = await raise(text)
    await here.act(startSharing, secretary, { id, place: entrance, ...COST })
    return id
  }
  const weighed = await start('楼道灯电费怎么分')
  await here.act(enterReadings, secretary, { id: weighed, month: '2026-10', readings: homes.map(home => ({ home: home.id, amount: '3' })) })
  const { objection } = await here.act(sayOnSharing, raiser, { id: weighed, home: raiser.homes[0]?.id, key: 'household', stance: 'against', text: '按户分不公平' })
  const agree = async (id: number, person: Actor) =>
    Number((await here.act(agreeOnSharing, secretary, { id, key: 'household', effectiveOn: '2026-11-20', signatories: [person.personId] })).agreement)
  const agreeable = await start('门禁电费怎么分')
  const toSign = await start('电梯电费怎么分')
  const unsigned = await agree(toSign, raiser)
  const billed = await start('水箱清洗费怎么分')
  await here.act(signAgreement, secretary, { id: billed, agreement: await agree(billed, secretary) })
  const { bill } = await here.act(makeBill, secretary, { id: billed, month: '2026-11', yuan: '100' })
  return { planned, suggestion: Number(suggestion), weighed, agreeable, objection: Number(objection), toSign, unsigned, signatory: raiser.personId ?? 0, billed, bill: Number(bill) }
}
