/** For a participant that the champion has not accepted yet. */
export const waitingWords = (vendor: string, champion: string | null): string =>
  `${vendor} added you. You can see everything both companies share. You will see the rest once ${champion ?? 'the champion'} has accepted you.`

/** What a proposed champion would do. @param champion the present one; null where the champion has left */
export const proposedRoleWords = (name: string, champion: string | null): string =>
  champion === null
    ? `${name} would lead this plan and confirm the first win.`
    : `${name} would lead this plan in place of ${champion} and confirm the first win.`

/** From when a proposed champion is champion. @param earliest the day in words */
export const takesEffectWords = (earliest: string, champion: string | null): string =>
  champion === null
    ? `It takes effect from ${earliest} if no one objects.`
    : `It takes effect when ${champion} agrees, or from ${earliest} if no one objects.`

export const proposalTitle = (by: string, name: string): string => `${by} proposes ${name} as champion`

export const makeChampionWords = (name: string): string => `Make ${name} champion`

export const addedQuestion = (vendor: string, name: string): string => `${vendor} added ${name}. Accept?`

export const joinedQuestion = (name: string): string => `${name} joined. Accept?`

/** Who waits to be accepted, and what they see until then. */
export const waitingPersonWords = ({ name, email, role }: { name: string; email: string; role: string }): string =>
  `${name} (${email}), ${role}. Until you accept, ${name} sees only what both companies share.`

/** What removing someone does who is not accepted yet. */
export const declinePersonWords = (name: string): string =>
  `${name} will lose access to this plan right away. ${name} is not notified and needs a new invitation to come back.`
