import { EntryCard } from './entry-cards.tsx'
import { allowCookiesWords } from './entry-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** How to let a site keep cookies, in the browsers that most people use. */
export const HowToAllowCookies = () => (
  <ul className="how-to">
    <li>{allowCookiesWords.chrome}</li>
    <li>{allowCookiesWords.firefox}</li>
    <li>{allowCookiesWords.safari}</li>
    <li>{allowCookiesWords.insideApp}</li>
  </ul>
)

/** Before anything is used up: the browser keeps no cookies, so it would not stay signed in for a single page. */
export const CookiesBlockedCard = ({ again }: { again: string }) => (
  <EntryCard title={allowCookiesWords.title} text={allowCookiesWords.why}>
    <HowToAllowCookies />
    <div className="acts">
      <a className="btn main" href={again}>
        {buttonWords.tryAgain}
      </a>
    </div>
  </EntryCard>
)
