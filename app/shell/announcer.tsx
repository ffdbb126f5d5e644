import { useAnnounced } from '#app/ui/announce.ts'

/** Where screen readers listen for what happens on the page. It is there from the beginning: they miss what comes with its own region. */
export const Announcer = () => (
  <p role="status" aria-label="News" className="visually-hidden no-print">
    {useAnnounced()}
  </p>
)
