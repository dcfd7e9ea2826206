import type { Track } from '#db/tables.ts'

/** What residents might say about one category, by the way in which it should go. Made up by us; no sentence is anybody's. */
export type Told = Partial<Record<Track, readonly string[]>>
