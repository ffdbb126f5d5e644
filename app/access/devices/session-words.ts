/** When a session was last used and since when it is signed in. @param seen null for the session of this request */
export const sessionWords = ({ seen, since }: { seen: string | null; since: string }): string =>
  seen === null ? `In use now, signed in ${since}` : `Last used ${seen}, signed in ${since}`

/** What signing out everywhere ends, and how to sign in again. */
export const signOutEverywhereWords = (workspace: string, hasPasskeys: boolean): string =>
  hasPasskeys
    ? `This ends all your sessions at ${workspace}, including this device. To sign in again, use a link sent by email or a passkey.`
    : `This ends all your sessions at ${workspace}, including this device. To sign in again, use a link sent by email.`
