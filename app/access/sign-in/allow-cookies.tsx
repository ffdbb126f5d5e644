import { EntryCard } from './entry-cards.tsx'

/** How to let a site keep cookies, in the browsers that most people use. */
export const HowToAllowCookies = () => (
  <ul className="how-to">
    <li>Chrome and Edge: select the icon to the left of the address, then Cookies and site data, and allow them.</li>
    <li>Firefox: select the shield to the left of the address and turn off the blocking for this site.</li>
    <li>Safari: in the settings under Privacy or Advanced, turn off “Block all cookies”.</li>
    <li>If this page opened inside another app, such as a mail app, open it in your browser instead.</li>
  </ul>
)

/** Before anything is used up: the browser keeps no cookies, so it would not stay signed in for a single page. */
export const CookiesBlockedCard = ({ again }: { again: string }) => (
  <EntryCard
    title="This browser blocks cookies"
    text="Firstwin needs one cookie to keep you signed in. It does not track you. Allow cookies for this site, then try again. Your link still works."
  >
    <HowToAllowCookies />
    <div className="acts">
      <a className="btn main" href={again}>
        Try again
      </a>
    </div>
  </EntryCard>
)
