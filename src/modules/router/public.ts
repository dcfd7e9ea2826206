// What later modules and the doors may use of the router.
export { lessonsFrom, type Correction, type Lessons } from '#modules/router/lessons.ts'
export { propose, type Proposal, type Raised } from '#modules/router/propose.ts'
export { SPECIAL, type Item } from '#modules/router/rules.ts'
export { categoryWords } from '#modules/router/lessons/words.ts'
export { CATEGORIES, handlerOf, type Category } from '#modules/router/track.ts'
export { categoryText, trackText } from '#text/router.ts'
