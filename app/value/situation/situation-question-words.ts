import { isolateDirection } from '#app/kit/plain-text.ts'
import { possessive } from '#app/ui/name-words.ts'

/** Whose words a form takes: the vendor's draft about a person, or the person's own. */
export type SituationWriter = 'vendor' | 'customer'

/** Who is asked about, as far as that is known. */
type About = { by: SituationWriter; person: string; jobTitle: string }

/** The most important question, with the person's job where it is known. */
export function issueQuestion({ by, person, jobTitle }: About): string {
  if (by === 'customer')
    return jobTitle === ''
      ? 'What is the most important problem in your job?'
      : `What is the most important problem in your job as ${isolateDirection(jobTitle)}?`
  return person === ''
    ? 'What is the most important problem in this person’s job?'
    : `What is the most important problem in ${possessive(person)} job?`
}

/** Questions that are asked about a person in the same words as of the person. */
const askedAlike = { reasons: 'Why does it happen?', figures: 'What would that be worth?' }

const asked = {
  vendor: {
    jobTitle: 'What is the person’s job title?',
    capabilities: 'What would the person need to be able to do?',
    difference: 'What would change for the person?',
    criticalDate: 'By when is it needed?',
  },
  customer: {
    jobTitle: 'What is your job title?',
    capabilities: 'What would you need to be able to do?',
    difference: 'What would change for you?',
    criticalDate: 'By when do you need it?',
  },
}

/** The other questions, one for each field, in the words of who fills them in. */
export const questionsFor = (by: SituationWriter) => ({ ...askedAlike, ...asked[by] })

export const situationGroupTitles = {
  person: 'The person',
  you: 'You',
  problem: 'The problem',
  need: 'What is needed',
  worth: 'What it is worth',
}

/** A short example under each question. */
export const situationExamples = {
  jobTitle: 'For example: Head of accounting',
  issue: 'For example: the month-end close takes 30 days, so our figures are always out of date',
  reasons: 'For example: we consolidate four ledgers by hand, and every correction means starting over',
  capabilities: 'For example: check every posting as it is made, in one ledger for all plants',
  difference: 'For example: a close in one day, and two people free for planning',
  criticalDate: 'If left empty, the plan’s target date is used',
}

export const figureFieldWords = {
  hint: 'Each figure needs a source, for example “Finance report Q2” or “estimate by Dana”. An empty row is left out.',
  more: 'Add more figures',
  amount: 'Amount',
  unit: 'Of what',
  source: 'Source',
}

export const figureRowLabel = (at: number): string => `Figure ${at}`
