/** What is missing or wrong in the forms of what was sold. */
export const soldInputRefusals = {
  enterNeed: 'Please say what the customer needs.',
  enterReason: 'Please say why it is not in the contract.',
  enterAmount: 'Please enter a number, 0 or more.',
  mostTasks: (most: number): string => `Please choose at most ${most} tasks.`,
}

/** What is missing in the forms of a handoff. */
export const handoffInputRefusals = {
  chooseReceiver: 'Please choose who takes over.',
  enterQuestions: 'Please say what is missing or unclear.',
}
