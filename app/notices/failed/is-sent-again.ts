/** Codes and links to sign in with are asked for again by their reader; late, they would only confuse. */
export const isSentAgain = (kind: string): boolean => kind !== 'sign-in' && kind !== 'sign-in-code'
