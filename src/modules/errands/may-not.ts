// Why somebody may not do something with an errand, in words. Pure; pages ask the same to grey a button.
import type { Said } from '#kit/phrase.ts'
import type { Errand } from '#modules/errands/errand.ts'
import { lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** An errand with where it is, for the rules that go by post. */
export interface Placed extends Errand {
  readonly place: { id: number, parent_id: number | null, estate_id: number | null, building_id: number | null, entrance_id: number | null }
}

const say = (key: 'ended' | 'own' | 'anOffer' | 'past' | 'taken' | 'held' | 'notYours' | 'notTaken' | 'notTakenByYou' | 'finishedAlready'): Said =>
  lang => errandText(lang)[key]

/** Each takes who acts, the errand and the time; null where nothing stands against it. */
export const mayNot = {
  take(actor: Actor, errand: Errand, now: Temporal.Instant): Said | null {
    if (errand.ended_at !== null) return say('ended')
    if (errand.taken_by !== null) return say('taken')
    const out = signedOut(actor)
    if (out) return out
    if (errand.side === 'offer') return say('anOffer')
    if (errand.by_id === actor.personId) return say('own')
    if (errand.standing !== 'shown') return say('held')
    return Temporal.Instant.compare(errand.until_at, now) > 0 ? null : say('past')
  },
  release(actor: Actor, errand: Errand): Said | null {
    return running(errand) ?? mine(actor, errand.taken_by, 'notTakenByYou') ?? (errand.finished_at !== null ? say('finishedAlready') : null)
  },
  finish(actor: Actor, errand: Errand): Said | null {
    return running(errand) ?? mine(actor, errand.taken_by, 'notTakenByYou') ?? (errand.finished_at !== null ? say('finishedAlready') : null)
  },
  callOff(actor: Actor, errand: Errand): Said | null {
    return running(errand) ?? mine(actor, errand.by_id, 'notYours') ?? (errand.finished_at !== null ? say('finishedAlready') : null)
  },
  confirm(actor: Actor, errand: Errand): Said | null {
    return running(errand) ?? mine(actor, errand.by_id, 'notYours') ?? (errand.taken_by === null ? say('notTaken') : null)
  },
  report(actor: Actor, errand: Errand): Said | null {
    return running(errand) ?? signedOut(actor) ?? (errand.by_id === actor.personId ? say('own') : null)
  },
  judge(actor: Actor, errand: Placed): Said | null {
    return running(errand) ?? lacks(actor, 'moderate', errand.place) ?? (errand.by_id === actor.personId ? say('own') : null)
  },
} as const

function running(errand: Errand): Said | null {
  return errand.ended_at === null ? null : say('ended')
}

function mine(actor: Actor, personId: number | null, otherwise: 'notYours' | 'notTakenByYou'): Said | null {
  return signedOut(actor) ?? (personId === actor.personId ? null : say(otherwise))
}
