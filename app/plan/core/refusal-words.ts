/** Refusals that several pages and commands of a plan say. */
export const planRefusals = {
  leadOrAdmin: 'Only the plan’s lead or an admin can do this.',
  viewOnly: 'You can view this plan but not change it.',
  datePassed: 'This date has passed.',
  dateInFuture: 'This date is in the future.',
  invalid: 'This is not a valid request.',
}
