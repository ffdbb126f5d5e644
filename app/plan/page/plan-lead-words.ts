import { isolateDirection } from '#app/kit/plain-text.ts'

/** Below the name of a plan's lead. */
export const leadsPlanWords = (jobTitle: string | null): string =>
  jobTitle === null ? 'Leads this plan' : `${isolateDirection(jobTitle)}, leads this plan`
