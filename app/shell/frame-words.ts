import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const profileLabel = (name: string): string => `Your profile: ${name}`

export const frameWords = {
  news: 'News',
  skip: 'Skip to content',
  main: 'Main',
  plans: mainPageNames.plans,
  references: mainPageNames.references,
  workspace: mainPageNames.workspace,
  yourPlans: mainPageNames.yourPlans,
  allYourPlans: 'All your plans',
  switchWorkspace: 'Switch workspace',
  account: 'Account',
  signOut: buttonWords.signOut,
  search: mainPageNames.search,
  searchAll: 'Search all plans',
  searchField: 'Search accounts, plans and people',
  loading: 'Loading',
}

/** Who is signed in, at the head of each page. @param lead sets the text before the name, which a phone leaves out */
export const signedInAsParts = <Part>(person: Part, lead: (text: string) => Part) =>
  sentenceParts`${lead('Signed in as ')}${person}`
