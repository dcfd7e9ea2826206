// What later modules may use of places.
export { buildingOf, CHILDREN, estateOf, kindWord, labelUnder, lineage, type Place } from '#modules/places/place.ts'
export { newCode } from '#modules/places/code.ts'
export { buildings, estates, placeByCode, placeById, placesIn } from '#modules/places/read.ts'
export { buildingsNamed, homesIn, PLAN_LIMITS, spotsOf, type BuildingPlan } from '#modules/places/building-plan.ts'
export { chunks } from '#modules/places/chunks.ts'
export { floorOf, positionOf } from '#modules/places/order.ts'
export { codesOf, homesOf } from '#modules/places/read-homes.ts'
export { settlePlaces, type Settled, type Spot } from '#modules/places/settle.ts'
