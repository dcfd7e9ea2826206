// What can be done at an activity by a form: the act, what the form gives it, and the page where one is before and after.
import type { Action, Answer } from '#kit/action.ts'
import * as activities from '#modules/activities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { idIn } from '#web/frame.ts'
import { typed, type Sent } from '#web/visit.ts'
import type { z } from 'zod'

/** A deed: `page` is where its form stands. */
export interface Deed {
  readonly page: 'activity' | 'run' | 'here'
  readonly send: (sent: Sent) => Promise<Answer>
}

function deed<Schema extends z.ZodObject, Subject, A extends Answer>(page: Deed['page'], act: Action<Actor, Schema, Subject, A>, input = fieldsOf): Deed {
  return { page, send: sent => sent.act(act, input(sent, Object.keys(act.input.shape))) }
}

/** By the name of the act without its module. */
export const DEEDS = {
  signUp: deed('activity', activities.signUp),
  signOff: deed('activity', activities.signOff),
  checkIn: deed('here', activities.checkIn),
  checkOut: deed('here', activities.checkOut),
  addPost: deed('run', activities.addActivityPost),
  changePost: deed('run', activities.changeActivityPost),
  move: deed('run', activities.moveActivity),
  callOff: deed('run', activities.callOffActivity),
  markPresence: deed('run', activities.markPresence),
  confirmTime: deed('run', activities.confirmTime),
  close: deed('run', activities.closeActivity, sent => ({ id: idIn(sent), reached: reachedIn(sent) })),
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS

/** Whether there is a deed of this name. */
export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(DEEDS, name)
}

// What the form does not hold is left to the act.
function fieldsOf(sent: Sent, names: readonly string[]): Record<string, unknown> {
  const given = names.filter(name => name !== 'id' && name in sent.form.fields).map(name => [name, typed(sent.form, name)])
  return { ...Object.fromEntries(given), id: idIn(sent) }
}

function reachedIn({ form }: Sent): { post: string, people: string }[] {
  return Object.keys(form.fields).filter(name => /^reached-\d+$/u.test(name)).map(name => ({ post: name.slice('reached-'.length), people: typed(form, name) }))
}
