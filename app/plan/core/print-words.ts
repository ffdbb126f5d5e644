export const printWords = {
  print: 'Print',
  withoutPrivate: 'Print without private tasks',
  withPrivate: 'Print with private tasks',
}
