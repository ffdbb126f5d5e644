/** What the sign-in says where a device or the company’s own sign-in is asked. */
export const sharedSignInWords = {
  waitingForDevice: 'Waiting for your device…',
  toCompany: 'Go to your company’s sign-in',
}

export const noAccessWords = 'You don’t have access to this page. If you need it, ask the person who added you.'

/** @param seconds to wait */
export function tooManyAttemptsWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many attempts. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}
