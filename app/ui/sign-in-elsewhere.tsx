import { paths } from '#app/kit/paths.ts'
import { signInLinkWords } from './sign-in-link-words.ts'

/** Opens the sign-in page in another tab when a session has ended, so that this page keeps what was typed. */
export const SignInElsewhere = () => (
  <a href={paths.signIn({ another: 'yes' })} target="_blank" rel="noopener">
    {signInLinkWords.elsewhere}
  </a>
)
