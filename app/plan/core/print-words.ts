export const printWords = {
  print: 'Print',
  addPrivate: 'With private parts',
  withoutPrivate: 'Print without private parts',
  withPrivate: 'Print with private parts',
}
