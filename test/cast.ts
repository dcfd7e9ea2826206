// The cast for tests: the same named people as in the demo.
export { CAST, castOf, type Address, type CastKey, type CastMember } from '../src/demo/cast.ts'
