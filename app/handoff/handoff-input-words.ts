/** What is missing or wrong in the forms of what was sold. */
export const soldInputRefusals = {
  enterNeed: 'Please say what the customer needs.',
  enterReason: 'Please say why it is not in the contract.',
  enterAmount: 'Please enter a number, 0 or more.',
  mostTasks: (most: number): string => `Please choose at most ${most} tasks.`,
}
