import { roleNameList } from '#app/policy/role-name-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const teamPageWords = {
  title: mainPageNames.team,
  intro: (lead: string | undefined): string =>
    lead === undefined
      ? 'Team members can change this plan and invite people.'
      : `Team members can change this plan and invite people. ${lead} leads it and is always on the team.`,
  members: 'Team members',
}

/** The roles of a member who cannot leave the team yet. */
export const staysWords = (roles: readonly string[]): string => `${roleNameList(roles)}; stays until the first win`

/** @param link makes a link of its text */
export const noOthersWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`There are no other members yet. Add members in ${link(mainPageNames.workspace)}.`

export const teamRefusals = {
  unknownMember: 'Please choose from the list of members.',
  repStays: (rep: string): string => `${rep} is a rep of this plan and stays on it until the first win.`,
}

export const proposalRefusals = {
  noneJoined: 'No champion has joined yet. Invite the champion, or make someone else champion.',
  isChampion: (person: string): string => `${person} is the champion.`,
  notAccepted: ({ champion, person }: { champion: string | undefined; person: string }): string =>
    champion === undefined
      ? `The champion has not accepted ${person} yet. Only people the champion has accepted can become champion.`
      : `${champion} has not accepted ${person} yet. Only people the champion has accepted can become champion.`,
  isProposed: (person: string): string => `${person} has already been proposed. Withdraw that first.`,
}

/** Who is on the team beside its lead. */
export const memberNamesWords = (names: readonly string[]): string =>
  names.length > 0 ? listWords(names) : 'no one else'
