export const championGoneWords = {
  title: 'Who leads this now?',
  next: 'Next champion',
  hint: 'The person that you choose confirms it. Open tasks and approvals then move over.',
  name: 'Name the next champion',
  take: 'Lead this plan',
}

/** Why the question is asked. */
export const goneWords = (champion: string, why: 'bounced' | 'silent'): string =>
  why === 'bounced'
    ? `Emails to ${champion} come back.`
    : `${champion} has not opened this plan for three weeks, and a task is due.`

/** Who was named, and who named them. */
export const namedWords = (by: string, name: string): string => `${by} named ${name}, who has not confirmed yet.`

export const youAreNamedWords = (by: string, champion: string): string =>
  `${by} named you to lead this plan in place of ${champion}. Open tasks and approvals move to you when you confirm.`
