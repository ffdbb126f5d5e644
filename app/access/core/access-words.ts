export const noAccessWords = 'You don’t have access to this page.'

/** @param seconds to wait */
export function tooManyAttemptsWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many attempts. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}
