/** What the fields of measuring and confirming a win are called: apart from `labels`, which each page of a plan loads. */
export const measuringLabels = {
  baselineHow: 'How the baseline was measured',
  measureOn: 'Next measurement on',
  measuredBy: 'Who measures it',
  measuredOn: 'Measured on',
  reachedOn: 'Happened on',
}
