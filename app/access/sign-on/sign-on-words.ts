export const mustSignInThisWayWords = (domains: readonly string[]): string =>
  `Members at ${domains.join(', ')} must sign in this way`

export const signInToTitle = (workspace: string): string => `Sign in to ${workspace}`

export const signInAtWords = (provider: string): string => `You sign in at ${provider} and then come back here.`

export const continueAsTitle = (name: string): string => `Continue as ${name}?`

/** Who the company’s provider says that the reader is. */
export const recognisedWords = ({
  name,
  email,
  workspace,
}: {
  name: string
  email: string
  workspace: string
}): string => `Your company’s sign-in says that you are ${name} (${email}) of ${workspace}.`

export const staysSignedInWords = (name: string, workspace: string): string =>
  `${name} stays signed in to ${workspace}.`

export const continueAsWords = (name: string): string => `Continue as ${name}`
