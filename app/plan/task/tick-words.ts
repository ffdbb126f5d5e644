export const tickWords = {
  markNotDone: 'Mark not done',
  markDone: 'Mark done',
  done: 'Done',
  notDone: 'Not done',
}
