/** No one has so many; it bounds the list that an authenticator is told. */
export const mostPasskeys = 20

/** In characters. */
export const longestPasskeyName = 60
