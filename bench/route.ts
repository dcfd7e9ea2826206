// How well the router proposes: its classifier on citizens' messages with known labels, and what it ships on real neighbourhood messages.
// The messages are only read, never shown and never kept; where they are absent the figures are left out.
import { existsSync, readFileSync } from 'node:fs'
import { gramsOf, type Grams } from '../src/modules/router/grams.ts'
import { learn } from '../src/modules/router/learn.ts'
import { propose } from '../src/modules/router/propose.ts'
import { learnFrom, sentences, shipped } from '../src/modules/router/shipped.ts'
import { accuracy, among, macroF1, type Judged } from './judge.ts'
import { amount, type Figure } from './table.ts'

const DATA = new URL('../../shared/data/citizens-messages/', import.meta.url)
const OWN = new URL('./tracks-of-real-messages.json', import.meta.url)

interface Message {
  id: string
  title: string
  body: string
  label: string
}

/** What a title counts beside the body, and how to learn: chosen by cross-validation inside the labelled sample. */
const TITLE = 30
const LEARNING = { leastTexts: 2, helpRare: 0.2 }
/** The naive Bayes beside it, chosen in the same way: characters read of the body, what the title counts, what is added to every count. */
const BAYES = { body: 200, title: 3, added: 0.1 }

/** The figures of the router. */
export function route(): Figure[] {
  if (!existsSync(DATA)) {
    console.log('  the citizens’ messages are not here (../shared/data/citizens-messages): nothing to measure')
    return []
  }
  return [...onLabels(), ...onRealMessages(), ...speed()]
}

function onLabels(): Figure[] {
  const [sample, dev] = [messages('labelled-sample'), messages('labelled-dev')]
  const labels = [...new Set(sample.map(message => message.label))].sort()
  const begun = performance.now()
  const model = learn(sample.map(message => ({ grams: gramsOfMessage(message), label: message.label })), labels, LEARNING)
  const took = performance.now() - begun
  const judged = dev.map(message => ({ is: message.label, ranked: ranked(labels, model.score(gramsOfMessage(message))) }))
  const bayes = naiveBayes(sample, labels)
  const baseline = dev.map(message => ({ is: message.label, ranked: ranked(labels, bayes(message)) }))
  return [
    share('category of citizens’ messages: macro-F1, beside a bigram naive Bayes', macroF1(judged), macroF1(baseline), 0.82),
    share('category of citizens’ messages: among the first three', among(judged, 3), among(baseline, 3), 0.95),
    amount('learning from 495 citizens’ messages', took, null, 'ms', 1000),
  ]
}

// The yardstick: multinomial, over pairs of neighbouring characters, every label as likely as the others; pairs never met say nothing.
function naiveBayes(told: readonly Message[], labels: readonly string[]): (message: Message) => number[] {
  const counts = labels.map(() => new Map<string, number>())
  const vocabulary = new Set<string>()
  for (const message of told) {
    const own = counts[labels.indexOf(message.label)]
    for (const [pair, count] of pairsOfMessage(message)) {
      own?.set(pair, (own.get(pair) ?? 0) + count)
      vocabulary.add(pair)
    }
  }
  const totals = counts.map(own => [...own.values()].reduce((sum, count) => sum + count, vocabulary.size * BAYES.added))
  return message => {
    const known = pairsOfMessage(message).filter(([pair]) => vocabulary.has(pair))
    return counts.map((own, i) => known.reduce((sum, [pair, count]) =>
      sum + count * Math.log(((own.get(pair) ?? 0) + BAYES.added) / (totals[i] ?? 1)), 0))
  }
}

function pairsOfMessage({ title, body }: Message): [pair: string, count: number][] {
  return [...gramsOf(title, BAYES.title, gramsOf(body.trim().slice(0, BAYES.body)))].filter(([gram]) => [...gram].length === 2)
}

function onRealMessages(): Figure[] {
  const texts = new Map(messages('messages-votes').map(message => [message.id, `${message.title}。${message.body}`]))
  const told: { group: string, id: string, track: string, category: string }[] = JSON.parse(readFileSync(OWN, 'utf8'))
  return [...new Set(told.map(({ group }) => group))].flatMap(group => {
    const proposed = told.filter(each => each.group === group)
      .map(each => ({ ...each, proposal: propose({ text: texts.get(each.id) ?? '', kind: 'other', placeKind: 'estate', urgent: false }) }))
    const tracks = proposed.map(({ track, proposal }): Judged => ({ is: track, ranked: [proposal.track] }))
    const categories = proposed.map(({ category, proposal }): Judged =>
      ({ is: category, ranked: proposal.categories.map(each => each.category) }))
    const sure = proposed.filter(({ proposal }) => proposal.sure)
      .map(({ track, proposal }): Judged => ({ is: track, ranked: [proposal.track] }))
    return [
      share(`${group}, ${tracks.length} messages: the track`, accuracy(tracks)),
      ...[...new Set(tracks.map(({ is }) => is))].sort().map(is => {
        const these = tracks.filter(judged => judged.is === is)
        return share(`${group}, ${these.length} of them ${is}`, accuracy(these))
      }),
      share(`${group}, the ${sure.length} of which it is sure`, accuracy(sure)),
      share(`${group}: the category`, accuracy(categories)),
      share(`${group}: the category among the first three`, among(categories, 3)),
    ]
  })
}

function speed(): Figure[] {
  const begun = performance.now()
  learnFrom(sentences)
  const learned = performance.now() - begun
  shipped()
  const texts = messages('messages-votes').slice(0, 1000).map(message => `${message.title}。${message.body}`)
  return [
    amount('learning what is shipped, once per start', learned, null, 'ms', 1000),
    amount('proposing for a long message', perText(texts), null, 'µs', 1000),
    amount('proposing for a sentence', perText(sentences.map(({ text }) => text)), null, 'µs', 1000),
  ]
}

function perText(texts: readonly string[]): number {
  const ask = () => texts.forEach(text => propose({ text, kind: 'other', placeKind: 'estate', urgent: false }).trackWhy('zh'))
  ask()
  const begun = performance.now()
  ask()
  return (performance.now() - begun) * 1000 / texts.length
}

function messages(file: string): Message[] {
  return readFileSync(new URL(`${file}.jsonl`, DATA), 'utf8').trim().split('\n').map((line): Message => JSON.parse(line))
}

function gramsOfMessage({ title, body }: Message): Grams {
  return gramsOf(title, TITLE, gramsOf(body))
}

function ranked(labels: readonly string[], scores: readonly number[]): string[] {
  return labels.map((label, i) => ({ label, score: scores[i] ?? 0 })).toSorted((a, b) => b.score - a.score).map(({ label }) => label)
}

function share(what: string, ours: number, limit: number | null = null, aim?: number): Figure {
  return {
    what, ours: ours.toFixed(3), limit: limit?.toFixed(3) ?? '', ratio: '',
    aim: aim === undefined ? '' : `≥ ${aim}`, met: aim === undefined ? null : ours >= aim,
  }
}
