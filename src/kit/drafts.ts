// What one form leaves for the next: sealed on disk, so that any process can take the second one and nobody reads it meanwhile.
import type { Means, Somebody } from '#kit/action.ts'

export interface Drafts {
  /** Keeps a text; answers the token that finds it again. */
  keep(text: string): Promise<string>
  /** The text; null when it was let go, swept, or kept by somebody else. Any text may be asked for. */
  kept(token: string): Promise<string | null>
  letGo(token: string): Promise<void>
}

/** The ending of a draft among the files. */
export const DRAFT = 'draft'

/** The drafts of one person; a token is of use to nobody else. */
export function draftsOf(
  { files, secrets }: Pick<Means, 'files' | 'secrets'>, { community, personId }: Pick<Somebody, 'community' | 'personId'>,
): Drafts {
  const tokenOf = (hash: string) => `${hash}-${secrets.receipt(`draft ${community} ${personId} ${hash}`)}`
  const hashIn = (token: string) => {
    const hash = token.slice(0, 64)
    return tokenOf(hash) === token ? hash : null
  }
  return {
    keep: async text => tokenOf(await files.save(community, Buffer.from(secrets.encrypt(text)), DRAFT)),
    async kept(token) {
      const hash = hashIn(token)
      const sealed = hash && await files.open(community, hash, DRAFT)
      return sealed ? secrets.decrypt(sealed.toString()) : null
    },
    async letGo(token) {
      const hash = hashIn(token)
      if (hash) await files.remove(community, hash)
    },
  }
}
