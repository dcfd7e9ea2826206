// 到了一户门口: record that the paper was delivered, or take the ballot before a witness. Works in a stairwell without a line.
import { NotFound, Refused } from '#kit/errors.ts'
import {
  castAtDoor, decisionById, decisionShown, notVoting, recordDelivery, recordDeliveryInput, voterAtDoor, type AtDoor, type Decision, type DecisionShown,
} from '#modules/decisions/public.ts'
import { today } from '#modules/communities/public.ts'
import { lacks, postsHeld } from '#modules/people/public.ts'
import { doorText } from '#text/decision-pages-papers.ts'
import { decisionText } from '#text/decisions.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Submit, type Visit } from '#web/visit.ts'
import { choicesIn, questionFields } from './ballot-form.ts'
import { addressOf, formMoment, keepingPage, momentField, valueOf } from './keeping.ts'
import { draftAttributes, photoField, withPhoto } from './photo-field.ts'

/** POST /:community/decisions/:id/door/delivery */
export const delivery: Submit = sent => {
  const [id, number] = [idIn(sent), typed(sent.form, 'number')]
  return withPhoto(sent, async photo => {
    const { form } = sent
    const [how, receivedBy] = [typed(form, 'how'), typed(form, 'receivedBy')]
    await sent.act(recordDelivery, { id, number, how, receivedBy, at: typed(form, 'at'), witness: typed(form, 'witness'), photo })
    return goTo(`${addressOf(sent, id, 'door')}?building=${typed(form, 'building')}&done=delivery`)
  }, mend => visit => again(visit, { delivery: mend }))
}

/** POST /:community/decisions/:id/door/ballot */
export const ballot: Submit = sent => {
  const [id, number] = [idIn(sent), typed(sent.form, 'number')]
  return withPhoto(sent, async photo => {
    const { receipt } = await sent.act(castAtDoor, { id, number, choices: choicesIn(sent.form), witness: typed(sent.form, 'witness'), photo })
    return goTo(`${addressOf(sent, id, 'door')}?building=${typed(sent.form, 'building')}&receipt=${receipt}`)
  }, mend => visit => again(visit, { ballot: mend }))
}

interface DoorMends { readonly delivery?: Mend, readonly ballot?: Mend }

async function again(visit: Visit, mends: DoorMends): Promise<Html> {
  const decision = await decisionById(visit.db, visit.actor, idIn(visit))
  const number = Number(valueOf(mends.delivery ?? mends.ballot ?? EMPTY, 'number')) || 0
  return atHome(visit, decision, number, mends)
}

/** The page of one voter. Throws NotFound, and Refused for whoever does not look after the place. */
export async function atHome(visit: Visit, decision: Decision, number: number, mends: DoorMends = {}): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = doorText(lang)
  const voter = await voterAtDoor(db, decision.id, number)
  if (!voter) throw new NotFound(say => decisionText(say).numberWrong)
  const refusal = lacks(actor, 'collect ballots', voter.at)
  if (refusal) throw new Refused(refusal)
  const seen = await decisionShown(db, decision.id)
  const witnesses = (await postsHeld(db, today(community, now))).filter(({ person_id }) => person_id !== actor.personId)
  const options = [...new Map(witnesses.map(({ person_id, name, organisation }) => [person_id, { value: person_id, words: `${name}（${
    organisation}）` }])).values()]
  return keepingPage(visit, decision, voter.homes[0] ?? t.number(number), html`<p class="dim sm">${t.number(number)} ${
    voter.homes.slice(1).join(' ')}</p>
${voter.voted ? note('', 'check', t.again) : ''}${ballotForm(visit, decision, seen, voter, options, mends.ballot ?? EMPTY)}${
    deliveryForm(visit, decision, voter, options, mends.delivery ?? EMPTY)}`,
  { back: `door?building=${voter.building}`, islands: ['draft', 'photos'] })
}

type Options = readonly { value: number, words: string }[]

function ballotForm(visit: Visit, decision: Decision, { questions }: DecisionShown, voter: AtDoor, witnesses: Options, mend: Mend): Html {
  const { lang, now } = visit
  const t = doorText(lang)
  const refusal = notVoting(decision, now)
  return html`<section>${head(t.ballot)}<form class="card" method="post" action="${
    addressOf(visit, decision.id, 'door/ballot')}" enctype="multipart/form-data"${
    draftAttributes(lang, `door-${decision.id}-${voter.number}`)}>${errs(lang, mend)}${requestKey(mend)}${hidden(voter)}<p class="sm dim">${
    t.ballotHint}</p>${questionFields(visit, questions, mend)}${
    witnessField(lang, witnesses, mend)}${photoField(lang, mend)}<div class="field">${buttonOrWhy(lang, t.ballot, refusal)}</div></form></section>`
}

function deliveryForm(visit: Visit, decision: Decision, voter: AtDoor, witnesses: Options, mend: Mend): Html {
  const { lang, now } = visit
  const t = doorText(lang)
  const filled: Mend = mend === EMPTY ? { values: { how: 'in_hand', receivedBy: 'owner' }, problems: [] } : mend
  // Whoever came this far looks after the home; only the stage can stand against it.
  const open = decision.stage === 'announced' || decision.stage === 'open'
  return html`<section>${head(t.delivery)}<form class="card" method="post" action="${
    addressOf(visit, decision.id, 'door/delivery')}" enctype="multipart/form-data"${
    draftAttributes(lang, `delivery-${decision.id}-${voter.number}`)}>${errs(lang, mend)}${requestKey(mend)}${hidden(voter)}${
    field(lang, recordDeliveryInput, 'how', filled)}${
    field(lang, recordDeliveryInput, 'receivedBy', filled)}${momentField(visit, recordDeliveryInput, 'at', mend, formMoment(now, decision.zone))}${
    witnessField(lang, witnesses, mend)}${photoField(lang, mend)}<div class="field">${
    buttonOrWhy(lang, t.send, open ? null : say => doorText(say).notNow, 'b-line')}</div></form></section>`
}

function hidden({ number, building }: AtDoor): Html {
  return html`<input type="hidden" name="number" value="${number}"><input type="hidden" name="building" value="${building}">`
}

function witnessField(lang: Visit['lang'], witnesses: Options, mend: Mend): Html {
  return choose(lang, 'witness', decisionText(lang).witness, witnesses, valueOf(mend, 'witness'), mend.problems.find(({ field }) => field === 'witness')?.reason)
}
