// The actions that programs may call, by name.
import { z } from 'zod'
import { perform, type Action, type Answer, type Means, type Request } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { followMatter, moveMatter, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** An action whose own types no longer matter: the check is at its door. */
export interface Callable {
  readonly name: string
  readonly summary: Said
  readonly input: z.ZodType
  call(database: Database, means: Means, actor: Actor, input: unknown, request: Request): Promise<Answer>
}

function callable<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>): Callable {
  return {
    name: act.name,
    summary: act.summary,
    input: act.input,
    call: (database, means, actor, input, request) => perform(database, means, act, actor, input, request),
  }
}

/** In the order of the modules. */
export const ACTIONS: readonly Callable[] = [
  callable(raiseMatter), callable(followMatter), callable(moveMatter), callable(withdrawMatter),
]

const byName = new Map(ACTIONS.map(act => [act.name, act]))

/** The action of this name, or undefined. */
export function actionNamed(name: string): Callable | undefined {
  return byName.get(name)
}
