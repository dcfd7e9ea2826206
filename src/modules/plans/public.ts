// What later modules and the doors may use of plans.
export { decideInput, decideSuggestion } from '#modules/plans/decide.ts'
export {
  changesBetween, clustered, FATES, mayNot as mayNotWithPlan, MOST_PARTS, STANCES, type Change, type Newest, type Part, type Planned,
} from '#modules/plans/plan.ts'
export { publishVersion, publishVersionInput } from '#modules/plans/publish.ts'
export { planOf, type Plan, type Said as PlanSaid, type Version } from '#modules/plans/read.ts'
export { suggest, suggestInput } from '#modules/plans/suggest.ts'
export { supportSuggestion } from '#modules/plans/support.ts'
