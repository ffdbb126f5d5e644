import { buttonWords } from '#app/ui/button-words.ts'
import { milestoneEvidenceLabels } from '../core/milestone-evidence-words.ts'
import { labels } from '#app/kit/label-words.ts'

/** What a milestone asks for before it is reached. */
export const evidenceFieldsWords = {
  exitEvidenceHint:
    'What proves that this milestone is reached, for example: the signed order form. The milestone only counts as reached with this evidence, or with a reason. If you change this later, the recorded evidence is removed.',
}

export const gateWords: Record<'no' | 'yes', string> = {
  no: 'No',
  yes: 'Yes: later stages can’t start until it is reached',
}

/** The form of the evidence itself. */
export const evidenceFormWords = {
  heading: milestoneEvidenceLabels.evidence,
  asks: (exitEvidence: string): string => `Evidence needed: ${exitEvidence}`,
  evidenceHint: 'A sentence, or a link to a document.',
  passedWithoutLabel: labels.passedWithout,
  passedWithoutHint: 'Both sides can see this reason.',
  save: 'Save evidence',
  saving: buttonWords.saving,
}

export const evidenceRefusals = {
  notAsked: 'This milestone does not ask for evidence.',
  onlyOne: 'Please enter the evidence or a reason, not both.',
  enterOne: 'Please enter the evidence, or why the milestone is passed without it.',
  winIsConfirmed: 'The first win needs no evidence here: it is confirmed with its measured value.',
}
