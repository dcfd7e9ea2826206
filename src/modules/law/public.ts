// What later modules and the doors may use of the law of owners' decisions.
export { earliestOpening, hungOut, mayOpen, type Hindrance, type Hurdle, type Proven, type Sitting } from '#modules/law/calendar.ts'
export { committeeDecides, committeeMisfits, groupMisfits, mayDemand, type Misfit } from '#modules/law/committee.ts'
export {
  cast, majority, outcomes, SILENCE, stillNeeded, yesStillNeeded, type Needed, type Outcome, type Silence, type Votes,
} from '#modules/law/count.ts'
export { decisionDates, type Due, type Duty, type Happened } from '#modules/law/dates.ts'
export {
  electorate, type ElectorateHome, type ElectorateInput, type Ownership, type Roll, type RollEntry, type RollProblem,
} from '#modules/law/electorate.ts'
export { estateRules } from '#modules/law/estate.ts'
export { choiceIn, flagIn, numberIn, shareIn, type Held } from '#modules/law/held.ts'
export {
  delivered, judge, silenceInForce, thresholds, type Comparison, type InForce, type Judgement, type Thresholds, type Unreturned,
} from '#modules/law/judge.ts'
export { outlook, type Outlook } from '#modules/law/outlook.ts'
export type { Freedom, Mark, Pack, PackRef, PackRule, Source } from '#modules/law/pack.ts'
export { readPack, type PackMistake, type PackRead } from '#modules/law/read-pack.ts'
export { resolve, type Flag, type Rule, type Rules } from '#modules/law/resolve.ts'
export { KINDS, LAYERS, RULE_KEYS, RULES, type Kind, type Layer, type RuleKey, type Value } from '#modules/law/rule.ts'
export { comparisonSaid, dueSaid, flagSaid, ruleSaid, shareSaid, sourceSaid, valueSaid, type RuleSaid } from '#modules/law/say.ts'
export { minus, NOBODY, plus, reaches, type Share, type Weight } from '#modules/law/share.ts'
export { packsAgain, packsOf, packSource, SHIPPED_PACKS, shippedPack } from '#modules/law/shipped.ts'
export { interested, unanimous, type Unanimity } from '#modules/law/unanimous.ts'
