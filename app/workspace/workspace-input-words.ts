/** Why a setting of the workspace is refused. */
export const settingsInputRefusals = {
  notDomain: 'This is not a domain, such as your-company.example.',
  notColour: 'This is not a colour, such as #1f4e46.',
  notStartTime: 'Please choose when your working day starts.',
  notEndTime: 'Please choose when your working day ends.',
}

/** What is missing in the forms of members. */
export const memberInputRefusals = {
  chooseRole: 'Please choose at least one role.',
}
