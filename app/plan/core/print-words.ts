export const printWords = {
  print: 'Print',
}

/** What the reader’s side keeps to itself on the page of a plan or a task. */
export const printTasksWords = {
  withPrivate: 'With private tasks',
  withoutPrivate: 'Without private tasks',
}
