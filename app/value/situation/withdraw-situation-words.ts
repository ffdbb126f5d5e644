import { buttonWords } from '#app/ui/button-words.ts'

export const withdrawSituationWords = {
  title: 'Withdraw it',
  withdraw: buttonWords.withdraw,
  withdrawing: 'Withdrawing…',
  withdrawn: 'What was noted about you is withdrawn.',
}

/** What withdrawing deletes, what stays, and who is told. @param lead who is responsible for the plan */
export const withdrawSituationEffect = (vendor: string): string =>
  `Everything that ${vendor} noted about you here is deleted for everyone: on the plan, in its figures and in the activity. Emails and downloads that someone already has stay. The person responsible for the plan at ${vendor} reads in the next daily email that you withdrew it. You can’t undo this.`
