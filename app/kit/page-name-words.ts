import { emailButtons } from '#emails/parts/email-button-words.ts'

/** What pages are called in their titles, in links between them and in the table of permissions. Those in `main-page-name-words.ts` are not repeated. */
export const pageNames = {
  accountProfile: 'Industry and region',
  apiKeys: 'API keys',
  calls: 'Reference calls',
  card: 'Victory card',
  channels: 'Slack and Teams',
  credit: 'Credit',
  data: 'Data and privacy',
  devices: 'Your account',
  emailChoices: 'Your emails',
  editMilestone: 'Edit a milestone',
  editTask: 'Edit a task',
  importPlan: 'Import a plan',
  failedEmails: 'Failed emails',
  library: 'Library',
  nameOwners: 'Assign owners',
  newPlan: 'New plan',
  ownCalendar: 'Your calendar',
  passkeys: 'Your passkeys',
  permissions: 'Permissions',
  securityLog: 'Security log',
  signIn: emailButtons.signIn,
  signOn: 'Single sign-on',
  talkAndActivity: 'Conversation and activity',
  yourData: 'Your data',
}
