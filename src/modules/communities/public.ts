// What later modules and the doors may use of communities.
export { METHODS, today, type Community, type Method } from '#modules/communities/community.ts'
export { foundCommunity, foundInput } from '#modules/communities/found.ts'
export { communities, communityAt, communityOfCode, membershipsOf, membershipsOfPhone, nextCommunity } from '#modules/communities/read.ts'
