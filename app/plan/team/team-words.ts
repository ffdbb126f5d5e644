import { sentenceParts } from '#app/ui/sentence-parts.ts'

export const teamWords = (lead: string): string =>
  `Team members can change this plan and invite people. ${lead} leads it and is always on the team.`

/** The roles of a member who cannot leave the team yet. */
export const staysWords = (roles: readonly string[]): string => `${roles.join(', ')}; stays until the first win`

/** @param link makes a link of its text */
export const noOthersWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`There are no other members yet. Add members in ${link('Workspace')}.`
