import { labels } from '#app/kit/label-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'

export const shareWithWords = (person: string): string => `Share with ${person}`

/** What sharing a note does. */
export const shareEffect = (person: string): string =>
  `${person} can see it right away and will be notified in the next daily email. You can’t undo this.`

export const confirmedOnWords = (day: string): string => `confirmed ${day}`

export const situationsHint = (account: string): string => `One note for each key person at ${account}.`

export const situationRefusals = {
  choosePerson: 'Please choose a person.',
  notOnPlan: 'This person is not on this plan.',
  inviteFirst: (person: string): string => `${person} is not on this plan yet. Send an invitation first, then share.`,
  confirmedBy: (person: string): string => `${person} has confirmed this. Only ${person} can change it.`,
}

export const situationFieldWords = {
  person: labels.person,
  personName: labels.personName,
  jobTitle: labels.jobTitle,
  issue: labels.issue,
  reasons: labels.reasons,
  capabilities: labels.capabilities,
  difference: labels.difference,
  figures: labels.figures,
  criticalDate: termLabels.criticalDate,
  someoneElse: buttonWords.someoneElse,
}

export const situationsWords = {
  saveAndConfirm: 'Save and confirm',
  all: mainPageNames.situations,
  add: 'Add a person',
  empty: 'No notes yet',
  emptyText:
    'Write one note for each key person: their challenge, its causes, what they need and the impact. A note stays your draft until you share it with that person.',
  view: 'View',
  draft: 'draft',
  draftNotInvited: 'draft, not invited yet',
  shared: 'shared, not confirmed yet',
  confirmed: 'confirmed',
}

export const tooManySituationsWords = (most: number): string =>
  `A plan can have at most ${most} of these notes. Please edit an existing one.`

/** What a button does, and the person that it is for: "Edit: Ana Lind". */
export const actOnLabel = (act: string, person: string): string => `${act}: ${person}`
