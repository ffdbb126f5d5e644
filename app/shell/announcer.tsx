import { useAnnounced } from '#app/ui/announce.ts'
import { frameWords } from './frame-words.ts'

/**
 * The live region for screen readers. It is on the page from the start: they miss announcements in a region that is added with
 * them.
 */
export const Announcer = () => (
  <p role="status" aria-label={frameWords.news} className="visually-hidden no-print">
    {useAnnounced()}
  </p>
)
