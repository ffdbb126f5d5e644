/** Buttons that several emails have; pages call what they lead to the same. */
export const emailButtons = {
  openPlan: 'Open the plan',
  seePlan: 'See the plan',
  seeWin: 'See the win',
  signIn: 'Sign in',
  signInThroughCompany: 'Sign in through your company',
  markDone: 'Mark this task done',
  stuck: 'I’m stuck',
}
