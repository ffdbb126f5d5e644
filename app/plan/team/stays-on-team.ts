/** Whether a member who is on a plan's team stays there: a rep does until the win, for the customer bought on a rep's word. */
export const staysOnTeam = ({ state }: { state: string }, { roles }: { roles: readonly string[] }): boolean =>
  state !== 'won' && roles.includes('rep')
