// The actions with which people help each other, for programs, by module.
import { z } from 'zod'
import * as activities from '#modules/activities/public.ts'
import * as calls from '#modules/calls/public.ts'
import * as duty from '#modules/duty/public.ts'
import * as errands from '#modules/errands/public.ts'
import * as hours from '#modules/hours/public.ts'
import * as orders from '#modules/orders/public.ts'
import * as volunteers from '#modules/volunteers/public.ts'
import { apiActivityText } from '#text/api-activities.ts'
import { apiCallText } from '#text/api-calls.ts'
import { apiDutyText } from '#text/api-duty.ts'
import { apiErrandText } from '#text/api-errands.ts'
import { apiHoursText } from '#text/api-hours.ts'
import { apiOrderText } from '#text/api-orders.ts'
import { apiVolunteerText } from '#text/api-volunteers.ts'
import { callable, count, id, withPhoto, type Callable } from './callable.ts'

const inCall = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof apiCallText.pairs) => schema.meta({ label: lang => apiCallText(lang)[key] })
const inActivity = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof apiActivityText.pairs) => (
  schema.meta({ label: lang => apiActivityText(lang)[key] })
)
const ofVolunteer = (schema: z.ZodType<number>, key: keyof typeof apiVolunteerText.pairs) => schema.meta({ label: lang => apiVolunteerText(lang)[key] })
const inDuty = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof apiDutyText.pairs) => schema.meta({ label: lang => apiDutyText(lang)[key] })

/** In the order of the modules. */
export const HELP_ACTIONS: readonly Callable[] = [
  callable(volunteers.joinVolunteers), callable(volunteers.registerVolunteer), callable(volunteers.changeVolunteer),
  callable(volunteers.leaveVolunteers), callable(volunteers.offerSkill), callable(volunteers.dropSkill),
  callable(volunteers.approveSkill),
  withPhoto(callable(volunteers.addQualification, { qualification: ofVolunteer(id, 'qualification') })),
  withPhoto(callable(volunteers.setPhoto)), callable(volunteers.dropPhoto),
  callable(volunteers.dropQualification), callable(volunteers.checkQualification), callable(volunteers.nameGuardian),
  callable(volunteers.answerGuardian), callable(volunteers.setAge),
  callable(volunteers.recordInsurance, { insured: ofVolunteer(count, 'insured') }),
  callable(volunteers.enterCredit, { credit: ofVolunteer(id, 'credit') }), callable(volunteers.askCorrection),
  callable(volunteers.correctCredit), callable(volunteers.makeSquad, { squad: ofVolunteer(id, 'squad') }),
  callable(volunteers.nameLeader), callable(volunteers.takeIn), callable(volunteers.letGo), callable(volunteers.askToJoin),
  callable(volunteers.answerAsking), callable(volunteers.makeCard, { card: ofVolunteer(id, 'card') }), callable(volunteers.endCard),
  callable(volunteers.askCallBack, { callBack: ofVolunteer(id, 'callBack') }), callable(volunteers.answerCallBack),
  callable(duty.makeRoster), callable(duty.endRoster, { turns: inDuty(count, 'turns') }),
  callable(duty.addTurns, { turns: inDuty(count, 'turns') }), callable(duty.callOffTurn), callable(duty.callOffGap),
  callable(duty.askSwap), callable(duty.answerSwap), callable(duty.askLeave), callable(duty.answerLeave),
  callable(duty.cover, { roster: inDuty(id, 'roster') }), callable(duty.assign, { roster: inDuty(id, 'roster') }),
  callable(duty.writeNote), callable(duty.readNote),
  callable(hours.recordHours), callable(hours.amendHours), callable(hours.approveHours, { minutes: count }), callable(hours.refuseHours),
  callable(hours.askCorrection, { correction: z.int().positive().meta({ label: lang => apiHoursText(lang).correction }) }),
  callable(hours.answerCorrection, { granted: z.boolean().meta({ label: lang => apiHoursText(lang).granted }) }),
  callable(hours.addProject), callable(hours.endProject), callable(hours.setStars),
  callable(calls.makeCall, { asked: inCall(count, 'asked'), receipt: inCall(z.string(), 'receipt') }), callable(calls.claimCall),
  callable(calls.declineCall), callable(calls.releaseCall), callable(calls.askMore),
  callable(calls.arriveAtCall, { sure: inCall(z.boolean(), 'sure') }), callable(calls.confirmArrival), callable(calls.finishCall),
  callable(calls.callOff), callable(calls.claimCallFor), callable(calls.endCallHere), callable(calls.rateCall),
  callable(calls.raiseFinding),
  callable(orders.makeItem), callable(orders.changeItem), callable(orders.retireItem),
  callable(orders.placeOrder, { waits: z.boolean().meta({ label: lang => apiOrderText(lang).waits }) }), callable(orders.agreeToVisits),
  callable(orders.withdrawFromVisits), callable(orders.acceptOrder), callable(orders.giveBackOrder), callable(orders.beginOrder),
  callable(orders.finishOrder, { worried: z.boolean().meta({ label: lang => apiOrderText(lang).worried }) }),
  callable(orders.confirmOrder), callable(orders.rateOrder, { held: z.boolean() }), callable(orders.judgeRating),
  callable(orders.callOffOrder), callable(orders.endOrder), callable(orders.takePlace),
  callable(activities.planActivity), callable(activities.addActivityPost, { post: inActivity(id, 'post') }),
  callable(activities.changeActivityPost), callable(activities.moveActivity, { clashes: inActivity(count, 'clashes') }),
  callable(activities.callOffActivity), callable(activities.signUp, { waiting: inActivity(z.boolean(), 'waits') }),
  callable(activities.signOff), callable(activities.checkIn, { post: inActivity(id, 'post') }),
  callable(activities.checkOut, { post: inActivity(id, 'post') }), callable(activities.markPresence), callable(activities.confirmTime),
  callable(activities.closeActivity, { servings: inActivity(count, 'servings') }),
  callable(activities.openPatrol, { post: inActivity(id, 'post') }),
  callable(activities.checkPoint, { matter: inActivity(id.nullable(), 'matter') }),
  callable(errands.askErrand, { held: z.literal(true).optional() }), callable(errands.offerErrand, { held: z.literal(true).optional() }),
  callable(errands.takeErrand), callable(errands.releaseErrand), callable(errands.callOffErrand), callable(errands.finishErrand),
  callable(errands.confirmErrand, { minutes: count }), callable(errands.reportErrand), callable(errands.judgeErrand),
  callable(errands.agreeSwap, { both: z.boolean().meta({ label: lang => apiErrandText(lang).both }) }), callable(errands.declineSwap),
]
