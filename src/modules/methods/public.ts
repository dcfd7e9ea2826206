// What later modules and the doors may use of methods.
export {
  clockOf, evidenceFor, EVIDENCE, nextSteps, pathOf, ringRules, STEPS, TRACKS, tracksOf, turnsDown,
  type ClockRule, type Evidence, type Method,
} from '#modules/methods/method.ts'
export { methodToBegin, publishInput, publishMethod } from '#modules/methods/publish.ts'
export { methodInForce, methodVersions } from '#modules/methods/read.ts'
export { methodIn, readMethod, SHIPPED, shippedSource, type SourceProblem } from '#modules/methods/source.ts'
export { editMethod, type MethodEdit } from '#modules/methods/edit.ts'
