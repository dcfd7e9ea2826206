// 说说哪种分法行: good, bearable, or against with the reason; one word of each home on each key, the last one counts. Advice, no vote of owners.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { doer, say, wordCauses, type Matter } from '#modules/matters/public.ts'
import { commentTurn, type Cause } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { homeField, keyField, matterId } from '#modules/sharing/fields.ts'
import { sharingToChange } from '#modules/sharing/find.ts'
import type { Key } from '#modules/sharing/keys.ts'
import { mayNot, OPINIONS } from '#modules/sharing/sharing.ts'
import { opinionText, sharingActText } from '#text/sharing.ts'

export const sayOnSharingInput = z.strictObject({
  id: matterId,
  home: homeField,
  key: keyField,
  stance: z.enum(OPINIONS).meta({
    label: lang => sharingActText(lang).stance, wrong: lang => sharingActText(lang).stanceWrong, control: 'pick',
    choices: Object.fromEntries(OPINIONS.map(stance => [stance, (lang: 'zh' | 'en') => opinionText(lang)[stance]])),
  }),
  text: z.string().trim().max(500).default('').meta({
    label: lang => sharingActText(lang).why, hint: lang => sharingActText(lang).whyHint, wrong: lang => sharingActText(lang).whyWrong, control: 'textarea',
  }),
})

/** Says it for a home of one's own. Throws TooOften. The journal holds that somebody said something, never what. */
export const sayOnSharing = action({
  name: 'sharing.say',
  summary: lang => sharingActText(lang).summarySay,
  input: sayOnSharingInput,
  subject: async (db, input, actor: Actor) => {
    const weighed = await sharingToChange(db, actor, input.id)
    return { ...weighed, homes: weighed.open ? await concernedOf(db, actor, weighed.open.id) : [] }
  },
  refuse: (actor, { homes, ...weighed }) => mayNot.say(actor, weighed, homes.length),
  run: async (db, { subject: { matter, open, homes }, input, actor, limits, from, now }) => {
    if (open === null) throw new Error('a rule let somebody speak about what is not open')
    if (!homes.includes(input.home)) throw invalid([{ field: 'home', reason: lang => sharingActText(lang).notYourHome }])
    if (input.stance === 'against' && input.text.length < 2) throw invalid([{ field: 'text', reason: lang => sharingActText(lang).whyWrong }])
    const often = await commentTurn(db, { limits, from, now }, actor, matter.id)
    const said = { stance: input.stance, person_id: doer(actor), at: now.toString() }
    await db.insertInto('sharing_opinion').values({ community_id: db.community, sharing_id: open.id, home_id: input.home, key: input.key, ...said })
      .onConflict(again => again.columns(['community_id', 'sharing_id', 'home_id', 'key']).doUpdateSet(said)).execute()
    const objected = input.text === '' ? null : await object(db, { matter, sharing: open.id, key: input.key, text: input.text, by: doer(actor), often }, now)
    const held = objected !== null && objected.causes.length > 0
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, ...objected && { objection: objected.note }, ...held && { held: true } },
      facts: { sharing: open.id, key: input.key, ...objected && { to: 'objection', objection: objected.note }, ...held && { held: true, causes: objected.causes } },
    }
  },
})

// The actor's own homes that share.
async function concernedOf(db: Reader, { homes }: Actor, sharing: number): Promise<number[]> {
  const found = await db.selectFrom('sharing_home').select('home_id').where('community_id', '=', db.community)
    .where('sharing_id', '=', sharing).where('home_id', 'in', [0, ...homes.map(home => home.id)]).execute()
  return found.map(row => row.home_id)
}

interface Objecting {
  matter: Matter
  sharing: number
  key: Key
  text: string
  by: number
  often: boolean
}

// Said like a comment, so it is looked over, reported and erased like one.
async function object(db: Writer, { matter, sharing, key, text, by, often }: Objecting, now: Temporal.Instant): Promise<{ note: number, causes: Cause[] }> {
  const causes: Cause[] = [...often ? ['often' as const] : [], ...await wordCauses(db, matter, text)]
  const note = await say(db, { matter: matter.id, kind: 'comment', step: matter.step, text, by, now, causes })
  await db.insertInto('sharing_objection').values({ community_id: db.community, note_id: note, sharing_id: sharing, key }).execute()
  return { note, causes }
}
