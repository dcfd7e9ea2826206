// What somebody did, in words: the summaries of the actions that can stand in a person's own record.
import type { Lang, Said } from '#kit/phrase.ts'
import { addPhoto, followMatter, moveMatter, raiseMatter, readPhone, withdrawMatter } from '#modules/matters/public.ts'
import {
  appoint, correctMyself, correctPhone, endMandate, endPost, eraseMyself, giveConsent, invite, issueToken, join, linkAccount, readOutbox,
  recordMandate, registerPerson, unmask, withdrawConsent,
} from '#modules/people/public.ts'
import { html, type Html } from './html.ts'

const acts: readonly { name: string, summary: Said }[] = [
  appoint, correctMyself, correctPhone, endMandate, endPost, eraseMyself, giveConsent, invite, issueToken, join, linkAccount, readOutbox,
  recordMandate, registerPerson, unmask, withdrawConsent, addPhoto, followMatter, moveMatter, raiseMatter, readPhone, withdrawMatter,
]
const summaries = new Map(acts.map(act => [act.name, act.summary]))

/** The summary of an action; its name in code where people seldom meet it. */
export function actSaid(lang: Lang, name: string): Html | string {
  return summaries.get(name)?.(lang) ?? html`<code>${name}</code>`
}
