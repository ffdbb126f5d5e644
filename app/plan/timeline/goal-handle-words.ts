/** Names the lines of the plan's dates that can be moved. */
export const goalHandleWords = {
  criticalDate: 'Move go-live',
  winBy: 'Move the first win',
}
