export const teamWords = (lead: string): string =>
  `Team members can change this plan and invite people. ${lead} leads it and is always on the team.`

/** The roles of a member who cannot leave the team yet. */
export const staysWords = (roles: readonly string[]): string => `${roles.join(', ')}; stays until the first win`
