/** The roles of participants as a tag or where a change is told: "from contributor to champion". */
export const participantRoleNames = { champion: 'champion', contributor: 'contributor', viewer: 'viewer' }

const names = new Map<string, string>(Object.entries(participantRoleNames))

/** @param role as stored; one that this version does not know keeps its stored name */
export const participantRoleName = (role: string): string => names.get(role) ?? role

const holders = new Map([
  ['champion', 'the champion'],
  ['contributor', 'a contributor'],
  ['viewer', 'a viewer'],
])

/** Who has a role, within a sentence: "was added as a contributor". @param role as stored */
export const participantInRole = (role: string): string => holders.get(role) ?? participantRoleName(role)

const sentences = new Map([
  ['champion', 'You lead the plan on your side. You can edit the plan, invite colleagues and confirm the first win.'],
  ['contributor', 'You can edit the plan and check off tasks.'],
  ['viewer', 'You can view the whole plan.'],
])

/** What someone can do in a role. @param role as stored */
export const roleSentence = (role: string): string => sentences.get(role) ?? ''
