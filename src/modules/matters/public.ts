// What later modules and the doors may use of matters.
export { addPhoto } from '#modules/matters/add-photo.ts'
export { followMatter } from '#modules/matters/follow.ts'
export { KINDS, LANES, mayNot, NEXT, receiptSubject, SECOND_THOUGHTS, titleOf, type Matter } from '#modules/matters/matter.ts'
export { moveInput, moveMatter } from '#modules/matters/move.ts'
export { raiseInput, raiseMatter } from '#modules/matters/raise.ts'
export { board, matterById, notesOf, openHere, photosOf, type BoardFilter } from '#modules/matters/read.ts'
export { photosToSweep, sweepPhotos } from '#modules/matters/sweep-photos.ts'
export { withdrawMatter } from '#modules/matters/withdraw.ts'
