/** What is missing or wrong on a situation. */
export const situationInputRefusals = {
  enterJobTitle: 'Please enter a job title.',
  enterIssue: 'Please enter the critical business issue.',
  enterAmount: 'Please enter an amount.',
  aboveZero: 'Please enter an amount above zero.',
  enterSource: 'Please say where this figure comes from, for example: estimate by Dana.',
  mostFigures: (most: number): string => `Please keep to ${most} figures.`,
}

/** What is missing in the forms of the first win. */
export const winInputRefusals = {
  enterMeasured: 'Please enter the measured value.',
  enterStatement: 'Please enter a statement.',
  enterWhyNotYet: 'Please say why not yet.',
  enterMeasureOn: 'Please enter the day on which you will look again.',
  enterReason: 'Please enter a reason. Everyone who was told about the win will see it.',
}
