export const agreedToReferenceWords = (vendor: string): string =>
  `You agreed to a reference. ${vendor} may use what you agreed to and nothing else.`

export const consentExpiredWords = (vendor: string): string =>
  `Your consent to a reference has expired. ${vendor} may not use anything until you agree again.`

export const consentOnHoldWords = (vendor: string): string =>
  `The first win was corrected after you agreed to a reference. ${vendor} may not use it until you agree to the corrected wording.`

export const consentLimitsWords = (vendor: string): string =>
  `You choose what ${vendor} may use and set the limits. Nothing may be used until you agree.`
