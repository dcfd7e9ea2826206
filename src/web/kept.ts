// Pages that are the same for everybody who did not sign in are kept until something changes: a whole street looks within the same hour.
import type { Bell } from '#kit/bell.ts'

const MOST = 500
// The words for times (今天, 昨天) grow old even when nothing changes, and so does a page when another process's bell was not heard.
const SECONDS = 20

interface Kept {
  html: string
  changes: number
  until: number
}

export interface KeptPages {
  /** The page as it was shown last, unless something changed since; else shown anew and kept. */
  of(community: number, key: string, show: () => Promise<string>): Promise<string>
}

/** The pages kept by this process; losing them costs only time. */
export function keptPages(bell: Bell, now: () => Temporal.Instant): KeptPages {
  const pages = new Map<string, Kept>()
  return {
    async of(community, key, show) {
      const [changes, time] = [bell.changes(community), now().epochMilliseconds]
      const there = pages.get(`${community} ${key}`)
      if (there && there.changes === changes && there.until > time) return there.html
      const html = await show()
      if (pages.size >= MOST) pages.clear()
      pages.set(`${community} ${key}`, { html, changes, until: time + SECONDS * 1000 })
      return html
    },
  }
}
