/** More than anyone needs; bounds the list that is sent to an authenticator. */
export const mostPasskeys = 20

/** In characters. */
export const longestPasskeyName = 60
