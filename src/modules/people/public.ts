// What later modules may use of people.
export { actorOf, passerBy, type Actor } from '#modules/people/actor.ts'
export { masked, personName, phoneNumber } from '#modules/people/person.ts'
export { holds, POSTS, type PostKind, type Right } from '#modules/people/post.ts'
export { lacks, signedOut } from '#modules/people/refusal.ts'
export { addPerson, addPost, organisationNamed, type NewPost } from '#modules/people/register.ts'
export { issueToken, issueTokenInput } from '#modules/people/issue-token.ts'
