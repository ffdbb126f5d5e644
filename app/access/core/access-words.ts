export const noAccessWords = 'You don’t have access to this page.'

/** @param seconds to wait */
export function tooManyAttemptsWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many attempts. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}

/** Why a list of email domains is refused. @param example a domain as it should be typed */
export const mailDomainRefusals = {
  notRead: (example: string): string => `Please enter domains, for example ${example}.`,
  tooMany: (most: number): string => `Please enter at most ${most} domains.`,
  notValid: (typed: string, example: string): string => `“${typed}” is not a valid domain. Example: ${example}.`,
  isPublic: (domain: string): string => `${domain} is a public email provider, so it can’t identify a company.`,
}
