import { sentenceParts } from '#app/ui/sentence-parts.ts'

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
  switchWorkspace: 'Switch workspace',
  devices: 'Devices',
  signOut: 'Sign out',
  loading: 'Loading',
}

/** Who is signed in, at the head of each page. @param lead sets the text before the name, which a phone leaves out */
export const signedInAsParts = <Part>(person: Part, lead: (text: string) => Part) =>
  sentenceParts`${lead('Signed in as ')}${person}`
