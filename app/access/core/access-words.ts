/** What the sign-in says where a device or the company’s own sign-in is asked. */
export const sharedSignInWords = {
  waitingForDevice: 'Waiting for your device…',
  toCompany: 'Go to your company’s sign-in',
}

export const noAccessWords = 'You don’t have access to this page. If you need it, ask the person who added you.'

/** @param seconds to wait */
export function tooManyAttemptsWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1
    ? 'Too many attempts. Please wait a minute and try again.'
    : `Too many attempts. Please wait ${minutes} minutes and try again.`
}
