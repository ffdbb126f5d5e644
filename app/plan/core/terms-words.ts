/** What each field of a plan's dates and first win is called: in its form, in conflicts and where it was agreed. */
export const termLabels = {
  project: 'Project',
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
