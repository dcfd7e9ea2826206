// A word comes onto the community's list.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { folded } from '#modules/moderation/folded.ts'
import { wordKindText, wordText } from '#text/moderation-open.ts'

/** The kinds, in the order of their page. */
export const WORD_KINDS = ['insult', 'advertising', 'other', 'allowed'] as const

// One character hides in too many words; what is nothing but marks is no word.
const word = z.string().trim().max(20).refine(typed => [...folded(typed)].length >= 2)

export const addWordInput = z.strictObject({
  word: word.meta({ label: lang => wordText(lang).word, hint: lang => wordText(lang).wordHint, wrong: lang => wordText(lang).wordWrong }),
  kind: z.enum(WORD_KINDS).meta({
    label: lang => wordText(lang).kind, wrong: lang => wordText(lang).kindWrong, control: 'pick',
    choices: Object.fromEntries(WORD_KINDS.map(kind => [kind, (lang: 'zh' | 'en') => wordKindText(lang)[kind]])),
  }),
})

/** Adds it; from then on it makes somebody look. What was written before is left as it is. */
export const addWord = action({
  name: 'moderation.addWord',
  summary: lang => wordText(lang).summaryAdd,
  input: addWordInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => lacks(actor, 'moderate', null),
  run: async (db, { input, actor, now }) => {
    const added = await db.insertInto('moderation_word')
      .values({ community_id: db.community, word: input.word, kind: input.kind, added_by: actor.personId ?? 0, added_at: now.toString() })
      .onConflict(there => there.columns(['community_id', 'word']).where('ended_at', 'is', null).doNothing()).returning('id').executeTakeFirst()
    if (!added) throw invalid([{ field: 'word', reason: lang => wordText(lang).twice }])
    return { subject: `moderation-words/${added.id}`, answer: { id: added.id }, facts: { kind: input.kind } }
  },
})
