// Everything that is done with volunteers by a plain form: the act, its fields in order, what comes along unseen, and where one comes out.
import type { Action, Answer } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/public.ts'
import * as volunteers from '#modules/volunteers/public.ts'
import type { Sent } from '#web/visit.ts'
import type { z } from 'zod'

/** Whom a field `person` offers: those of the team, volunteers by name, neighbours whom the actor may register. */
export type People = 'members' | 'volunteers' | 'neighbours'

/** A deed. `unseen` are fields that the button brings; `out` is the page one comes back to. */
export interface Deed {
  readonly summary: Said
  readonly schema: z.ZodObject
  readonly fields: readonly string[]
  readonly unseen: readonly string[]
  readonly people?: People
  readonly out: 'me' | 'volunteer' | 'team' | 'list'
  readonly send: (sent: Sent, input: unknown) => Promise<Answer>
}

type Layout = Partial<Pick<Deed, 'fields' | 'unseen' | 'people'>> & Pick<Deed, 'out'>

function deed<Schema extends z.ZodObject, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, layout: Layout): Deed {
  return { fields: [], unseen: [], ...layout, summary: act.summary, schema: act.input, send: (sent, input) => sent.act(act, input) }
}

/** By the name of the act without its module. */
export const DEEDS = {
  join: deed(volunteers.joinVolunteers, { fields: ['age'], out: 'me' }),
  leave: deed(volunteers.leaveVolunteers, { out: 'list' }),
  register: deed(volunteers.registerVolunteer, { fields: ['age', 'about'], people: 'neighbours', out: 'list' }),
  offerSkill: deed(volunteers.offerSkill, { fields: ['skill', 'note'], out: 'me' }),
  dropSkill: deed(volunteers.dropSkill, { unseen: ['skill'], out: 'me' }),
  approveSkill: deed(volunteers.approveSkill, { fields: ['why'], unseen: ['id', 'skill', 'yes'], out: 'volunteer' }),
  dropPhoto: deed(volunteers.dropPhoto, { out: 'me' }),
  dropQualification: deed(volunteers.dropQualification, { unseen: ['id'], out: 'me' }),
  checkQualification: deed(volunteers.checkQualification, { fields: ['why'], unseen: ['id', 'yes'], out: 'volunteer' }),
  nameGuardian: deed(volunteers.nameGuardian, { fields: ['name'], out: 'me' }),
  answerGuardian: deed(volunteers.answerGuardian, { unseen: ['id', 'yes'], out: 'volunteer' }),
  setAge: deed(volunteers.setAge, { fields: ['age'], unseen: ['id'], out: 'volunteer' }),
  recordInsurance: deed(volunteers.recordInsurance, { fields: ['insurer', 'number', 'since', 'until'], unseen: ['id'], out: 'volunteer' }),
  insureTeam: deed(volunteers.recordInsurance, { fields: ['insurer', 'number', 'since', 'until'], unseen: ['team'], out: 'team' }),
  enterCredit: deed(volunteers.enterCredit, { fields: ['kind', 'what', 'on', 'minutes', 'by'], unseen: ['id'], out: 'volunteer' }),
  askCorrection: deed(volunteers.askCorrection, { fields: ['words'], unseen: ['id'], out: 'me' }),
  correctCredit: deed(volunteers.correctCredit, { fields: ['what', 'on', 'minutes', 'by', 'struck'], unseen: ['id'], out: 'volunteer' }),
  makeSquad: deed(volunteers.makeSquad, { fields: ['name', 'duty'], unseen: ['id'], out: 'team' }),
  nameLeader: deed(volunteers.nameLeader, { unseen: ['id'], people: 'members', out: 'team' }),
  takeIn: deed(volunteers.takeIn, { fields: ['as'], unseen: ['id'], people: 'volunteers', out: 'team' }),
  letGo: deed(volunteers.letGo, { unseen: ['id', 'person'], out: 'team' }),
  askToJoin: deed(volunteers.askToJoin, { unseen: ['id'], out: 'team' }),
  answerAsking: deed(volunteers.answerAsking, { fields: ['as'], unseen: ['id', 'yes'], out: 'team' }),
  makeCard: deed(volunteers.makeCard, { fields: ['offers', 'hours'], out: 'me' }),
  endCard: deed(volunteers.endCard, { out: 'me' }),
  answerCallBack: deed(volunteers.answerCallBack, { unseen: ['id', 'answer'], out: 'me' }),
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS

/** The deed of this name, or undefined. */
export function deedNamed(name: string): Deed | undefined {
  return Object.hasOwn(DEEDS, name) ? DEEDS[name as DeedName] : undefined
}
