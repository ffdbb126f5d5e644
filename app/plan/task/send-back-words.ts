/** What happens when a task is sent back. @param owner who is in charge of it; null for no one yet */
export const sendBackHint = (owner: string | null): string =>
  owner === null
    ? 'The task is reopened, and the plan shows this reason.'
    : `${owner} sees this, and the task is reopened.`
