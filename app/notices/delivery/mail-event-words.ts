/** What a program is answered that posts here. */
export const mailEventProblems = {
  onlyPost: 'This endpoint only accepts POST.',
  notSetUp: 'This installation takes no messages of a mail service.',
  notNow: 'The email could not be read now. Please tell of it again.',
  tooMany: 'Too many messages without a valid signature.',
  wrongSignature: 'The signature of this message is missing, wrong or too old.',
}
