import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const workspacePages = {
  data: pageNames.data,
  workspace: mainPageNames.workspace,
  settings: 'Settings',
  permissions: pageNames.permissions,
  signOn: pageNames.signOn,
  apiKeys: pageNames.apiKeys,
  channels: pageNames.channels,
  failedEmails: pageNames.failedEmails,
  securityLog: pageNames.securityLog,
}
