export const profileLabel = (name: string): string => `Your profile: ${name}`

export const frameWords = {
  news: 'News',
  skip: 'Skip to content',
  main: 'Main',
  plans: 'Plans',
  references: 'References',
  workspace: 'Workspace',
  yourPlans: 'Your plans',
  allYourPlans: 'All your plans',
  signedInAs: 'Signed in as',
  switchWorkspace: 'Switch workspace',
  devices: 'Devices',
  signOut: 'Sign out',
  loading: 'Loading',
}
