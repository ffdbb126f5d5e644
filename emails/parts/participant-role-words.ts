/** The roles of participants within a sentence or as a tag: "was added as contributor". */
export const participantRoleNames = { champion: 'champion', contributor: 'contributor', viewer: 'viewer' }

const names = new Map<string, string>(Object.entries(participantRoleNames))

/** @param role as stored; one that this version does not know keeps its stored name */
export const participantRoleName = (role: string): string => names.get(role) ?? role
