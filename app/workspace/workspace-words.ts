import { pageNames } from '#app/kit/page-name-words.ts'

export const workspacePages = {
  data: pageNames.data,
  workspace: pageNames.workspace,
  settings: 'Settings',
  permissions: pageNames.permissions,
  signOn: pageNames.signOn,
  apiKeys: pageNames.apiKeys,
  securityLog: pageNames.securityLog,
}
