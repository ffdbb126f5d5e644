export const planEndRefusals = {
  archived: 'This plan is archived and can’t be changed.',
  closed: 'This plan is closed. Reopen it to change it.',
  won: 'The first win of this plan is confirmed, so its dates and its first win stay as they were agreed.',
}
