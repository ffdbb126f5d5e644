import { type ReferenceAnswer, answerWords } from '#app/references/reference-answer.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const agreedToReferenceWords = (vendor: string): string =>
  `${vendor} may use this win as a reference, as was agreed and no further.`

export const consentExpiredWords = (vendor: string): string =>
  `The consent to a reference has expired. ${vendor} may not use anything until you agree.`

export const consentOnHoldWords = (vendor: string): string =>
  `The first win was corrected after the consent to a reference. ${vendor} may not use it until you agree to the new wording.`

export const consentLimitsWords = (vendor: string): string =>
  `You choose what ${vendor} may use and set the limits. Nothing may be used until you agree.`

export const referenceQuestionWords = {
  seeAgreed: 'See the consent',
  saidNo: 'You said no to a reference. You will not be asked again.',
  agree: mainPageNames.agreeToReference,
  stillValid: 'Do you still agree to this reference?',
  question: 'Can we use this as a reference?',
  decidesLater: 'You chose to decide later.',
  no: 'No',
  later: 'Later',
}

export const referenceStateWords = {
  board: 'See on the board',
}

/** How a reference stands, in one line for members. */
export const referenceLine = (answer: ReferenceAnswer): string =>
  answer === 'agreed' ? 'Reference: agreed, within limits.' : `Reference: ${answerWords[answer]}.`
