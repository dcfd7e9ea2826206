// The fields of a method: words and clocks step by step, then the chain and the silence.
import type { Step } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Limit } from '#modules/clocks/public.ts'
import { STEPS, type ClockRule, type Method } from '#modules/methods/public.ts'
import { POSTS, type PostKind } from '#modules/people/public.ts'
import { methodEditText, methodPageText } from '#text/method-page.ts'
import { postText } from '#text/people.ts'
import { trackText } from '#text/router.ts'
import { choose } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import type { Mend } from '#web/visit.ts'
import { clocksOfStep, UNITS, type ClockPlace } from './edits.ts'
import { stepSaid } from './said.ts'

/** All fields but those that hold the form together; what was typed before wins over what the method says. */
export function editForm(lang: Lang, method: Method, mend: Mend): Html {
  const [t, p] = [methodEditText(lang), methodPageText(lang)]
  return html`${STEPS.filter(step => method.steps[step]).map(step => stepFields(lang, method, step, mend))}
${method.whole && html`<details class="card"${hasWrong(mend, 'whole') && html` open`}><summary><b>${p.whole(stepSaid(lang, method, method.whole.until))}</b></summary>${
  clockFields(lang, { name: 'whole', clock: method.whole.clock }, t.whole, mend)}</details>`}
<section>${chainFields(lang, method, mend)}</section>
<section>${limitField(lang, 'silence', p.silence, method.silence, mend)}</section>`
}

function stepFields(lang: Lang, method: Method, step: Step, mend: Mend): Html {
  const [t, p] = [methodEditText(lang), methodPageText(lang)]
  const rule = method.steps[step]
  if (!rule) return nothing
  const clocks = clocksOfStep(method, step)
  const open = [step, ...clocks.map(({ name }) => name)].some(name => hasWrong(mend, name))
  const legendOf = (of: typeof clocks[number]['of']) => of === 'step' ? p.howLong : of === 'urgent' ? p.urgent : t.onTrack(trackText(lang)[of])
  return html`<details class="card"${open && html` open`}><summary><b>${rule.name[lang]}</b> <span class="dim sm">${rule.hint[lang]}</span></summary>
${line(lang, `${step}-name-zh`, t.nameZh, rule.name.zh, 60, mend)}${line(lang, `${step}-name-en`, t.nameEn, rule.name.en, 90, mend)}
${line(lang, `${step}-hint-zh`, t.hintZh, rule.hint.zh, 60, mend)}${line(lang, `${step}-hint-en`, t.hintEn, rule.hint.en, 90, mend)}
${clocks.map(place => clockFields(lang, place, legendOf(place.of), mend))}</details>`
}

function line(lang: Lang, name: string, label: string, value: string, most: number, mend: Mend): Html {
  const wrong = wrongAt(mend, name)
  return html`<div class="field${wrong && ' bad'}"><label for="f-${name}">${label}</label><input type="text" id="f-${name}" name="${name}" maxlength="${most}" value="${
    given(mend, name) ?? value}"${wrong && html` aria-invalid="true" aria-describedby="e-${name}"`}>${error(lang, name, wrong)}</div>`
}

function clockFields(lang: Lang, { name, clock }: Pick<ClockPlace, 'name' | 'clock'>, legend: string, mend: Mend): Html {
  const t = methodEditText(lang)
  const one = (part: keyof ClockRule, label: string) => limitField(lang, `${name}-${part}`, label, clock?.[part], mend)
  return html`<fieldset class="clock-of"><legend>${legend}</legend><p class="hint">${t.empty}</p>${one('within', t.within)}${one('warn', t.warn)}${one('climb', t.climb)}</fieldset>`
}

function limitField(lang: Lang, name: string, label: string, limit: Limit | undefined, mend: Mend): Html {
  const t = methodEditText(lang)
  const wrong = wrongAt(mend, name)
  const unit = given(mend, `${name}-u`) ?? limit?.unit ?? 'hours'
  // Days on end are no length of time: only a limit can be one.
  const units = UNITS.filter(one => one !== 'end' || name.endsWith('within'))
  return html`<div class="field${wrong && ' bad'}"><label for="f-${name}">${label}</label><div class="amount"><input type="text" inputmode="numeric" id="f-${name}" name="${name}-n" maxlength="6" value="${
    given(mend, `${name}-n`) ?? limit?.amount ?? ''}" placeholder="${t.number}"${wrong && html` aria-invalid="true"`}><select name="${name}-u" aria-label="${label}：${t.unit}">${
    units.map(one => html`<option value="${one}"${one === unit && html` selected`}>${t[one]}</option>`)}</select></div>${error(lang, name, wrong)}</div>`
}

function chainFields(lang: Lang, method: Method, mend: Mend): Html {
  const [t, p] = [methodEditText(lang), methodPageText(lang)]
  const typed = mend.values['chain']
  const chain = typed === undefined ? method.chain : [typed].flat().filter(isPost)
  const tap = (how: string, words: string, label: string) => html`<button class="btn b-line sm" name="tap" value="${how}" aria-label="${label}">${words}</button>`
  const others = Object.keys(POSTS).filter(isPost).filter(post => !chain.includes(post)).map(post => ({ value: post, words: postText(lang)[post] }))
  return html`<div id="f-chain">${head(p.chain)}<p class="hint">${p.chainSay}</p>${error(lang, 'chain', wrongAt(mend, 'chain'))}<ol class="chain">${chain.map((post, i) => {
    const name = postText(lang)[post]
    return html`<li><input type="hidden" name="chain" value="${post}"><span class="grow">${i + 1}. ${name}</span>${i > 0 && tap(`up-${i}`, t.up, t.upOf(name))}${
      i < chain.length - 1 && tap(`down-${i}`, t.down, t.downOf(name))}${chain.length > 1 && tap(`drop-${i}`, t.drop, t.dropOf(name))}</li>`
  })}</ol>${choose(lang, 'post', t.post, others, '')}<p class="gap"><button class="btn b-line sm" name="tap" value="add">${icon('plus')}${t.add}</button></p></div>`
}

function isPost(text: string): text is PostKind {
  return Object.hasOwn(POSTS, text)
}

function given(mend: Mend, name: string): string | undefined {
  return [mend.values[name] ?? []].flat()[0]
}

function wrongAt(mend: Mend, name: string): Mend['problems'][number]['reason'] | undefined {
  return mend.problems.find(problem => problem.field === name)?.reason
}

function hasWrong(mend: Mend, name: string): boolean {
  return mend.problems.some(problem => problem.field.startsWith(`${name}-`))
}

function error(lang: Lang, name: string, wrong: Mend['problems'][number]['reason'] | undefined): Html {
  return wrong ? html`<span class="err" id="e-${name}">${icon('warn')}${wrong(lang)}</span>` : nothing
}
