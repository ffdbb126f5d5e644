import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const permissionGroupWords = {
  workspace: 'In the workspace',
  onPlan: 'On a plan',
  ofPlan: 'Plan pages',
  open: 'Open to everyone, signed in or not',
  programs: 'For programs with an API key',
}

export const permissionTableWords = {
  customer: 'Customer, on the plan',
  yes: 'yes',
  no: 'no',
}

export const permissionsPageWords = {
  title: pageNames.permissions,
  workspace: mainPageNames.workspace,
  intro: 'Firstwin applies exactly these permissions. People with several roles have the permissions of all of them.',
  note: 'Members can view all plans. Customers only see the plans they are on. Lost or archived plans can only be changed where noted. Private tasks are only visible to their own side, whatever the role.',
  actionsCaption: 'What each role can do',
  action: 'Action',
  pagesCaption: 'Which pages each role can open',
  page: 'Page',
  technical: 'Show technical names',
}

/** Said below a row where a permission goes further or needs more. */
export const permissionNotes = {
  withdrawing: 'also for the person who gave the consent, and for the champion of a won plan that is archived',
  closed: 'also once the plan is lost or archived',
  former: 'also once the plan is lost or archived, or the person has left it',
  left: 'also once the person has left the plan',
  domainLink: 'with a link sent to an address at the domain',
  apiKey: 'with an API key',
}
