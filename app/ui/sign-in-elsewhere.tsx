/** Leads someone whose session ended to the sign-in page and leaves this page, with all that was typed on it, where it is. */
export const SignInElsewhere = () => (
  <a href="/sign-in?another=yes" target="_blank" rel="noopener">
    Sign in again (opens a new tab)
  </a>
)
