import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const whatIfBarWords = {
  apply: 'Apply',
  noChanges: 'No changes yet',
  newerPlan: 'The plan has changed in the meantime. This preview uses the latest version.',
  otherSideApplies: 'Only the other side can apply this: it changes one of their private tasks.',
  affected: 'Who is affected',
}

export const goalFieldsWords = {
  legend: 'The plan’s dates',
  criticalDate: 'Go-live by',
  winBy: 'First win by',
}

export const whatIfFieldsWords = {
  addLink: 'Add a dependency',
  noLink: 'None',
  starts: 'Starts',
  finishes: 'Finishes',
}

export const whatIfPageWords = {
  title: mainPageNames.whatIf,
  noChanges: 'No changes',
  intro: 'This is a preview. Nothing is saved until you apply it.',
  nothing: 'Nothing to preview yet.',
}
