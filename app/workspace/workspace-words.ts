export const workspacePages = {
  data: 'Data and privacy',
  workspace: 'Workspace',
  settings: 'Settings',
  permissions: 'Permissions',
  signOn: 'Single sign-on',
  apiKeys: 'API keys',
  securityLog: 'Security log',
}
