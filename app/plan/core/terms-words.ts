/** What each of the terms that both sides agree to is called: beside its field, in conflicts and where it was agreed. */
export const termLabels = {
  criticalDate: 'Critical date',
  criticalReason: 'Why this date',
  ifMissed: 'If it is missed',
  statement: 'First win',
  measure: 'Measure',
  unit: 'Unit',
  baseline: 'Baseline',
  target: 'Target',
  winBy: 'Win by',
  announcedTo: 'Announced to',
}
