import { outgoingWords } from '#app/kit/outgoing-words.ts'

/** What is missing or too much in the forms of invitations. */
export const inviteInputRefusals = {
  onlyOneChampion: 'A plan has only one champion. Invite that person separately.',
}

/** Why the address of an identity provider is refused. */
export const issuerInputRefusals = {
  notAnAddress: 'This is not a valid address. Example: https://id.example.com.',
  notHttps: outgoingWords.notHttps,
}

/** Why a list of email domains is refused. @param example a domain as it should be typed */
export const mailDomainInputRefusals = {
  notRead: (example: string): string => `Please enter domains, for example ${example}.`,
  tooMany: (most: number): string => `Please enter at most ${most} domains.`,
  notValid: (typed: string, example: string): string => `“${typed}” is not a valid domain. Example: ${example}.`,
  isPublic: (domain: string): string => `${domain} is a public email provider, so it can’t identify a company.`,
}
