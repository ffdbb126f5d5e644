import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import { firstWinTitle } from '#app/plan/core/goal-name-words.ts'

export const newPlanRefusals = {
  enterCustomer: 'Please enter the account.',
  enterProject: 'Please enter the project.',
  chooseTemplate: 'Please choose a template.',
  enterCriticalDate: 'Please enter the critical date with its day, month and year.',
  membersOnly: 'Only members can create plans.',
  noTemplate: 'This template does not exist. Please choose one from the list.',
}

export const newPlanWords = {
  account: labels.account,
  project: termLabels.project,
  projectHint: 'The customer’s name for it, for example: faster month-end close',
  template: labels.template,
  templateHint: 'Adds milestones and 12 to 20 tasks. You can change everything.',
  customer: 'Account and project',
  liveBy: 'When it must be live',
  targetDateText: 'Dates are planned backwards from this date, using the working days of both sides.',
  firstWin: firstWinTitle,
  laterTitle: 'Add now or later',
  laterText: 'Both sides need the reason for the date and the first win before they can agree.',
  suggestion: 'Suggested question:',
  question:
    'How will you define an initial success for this project? Not the full return, just an early victory: what would that look like?',
  /** In a preview, before the account is typed. */
  theCustomer: 'Customer',
  creating: 'Creating…',
  create: 'Create plan',
  title: pageNames.newPlan,
  fromFile: pageNames.importPlan,
}
