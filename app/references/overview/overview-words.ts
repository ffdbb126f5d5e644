export const referenceUseTitle = (account: string): string => `Reference: ${account}`

/** What asking does, said before it. */
export const askSays = (champion: string): string =>
  `${champion} gets the question in their next daily email, and no other until they have answered. “No” or “Later” is respected.`

/** What asking for the picture does, said before it. */
export const askForLogoSays = (champion: string): string =>
  `${champion} is asked for the picture in their next daily email. You can ask again after a week.`

export const overviewWords = {
  pageTitle: 'Reference',
  mayUse: 'What may be used',
  noLogo: 'The picture was not given yet.',
  noCase: 'No wording is approved yet, so it may not be used.',
  noContact: 'No champion is on the plan any longer',
  noGroup: 'No industry or region yet',
  profile: 'Change',
  take: 'Take it over',
  inLibrary: 'See in the library',
  sendQuestion: 'Send the request',
}
