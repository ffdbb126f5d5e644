import { pageNames } from '#app/kit/page-name-words.ts'

export const ownCalendarWords = {
  title: pageNames.ownCalendar,
  intro: 'Your open tasks and the dates of your plans, in your own calendar. When a date moves, it moves there too.',
  off: 'Create a private link and add it to your calendar app under “From URL” or “Subscribe”.',
  on: 'Add this link to your calendar app under “From URL” or “Subscribe”. Anyone who has it can read your tasks, so don’t share it.',
  notShown: 'Your link works, but it can no longer be shown. Replace it to get a new one.',
  make: 'Create calendar link',
  open: 'Open in calendar app',
  renew: 'Replace link',
  renewSays: 'The current link stops working. Calendars that use it are no longer updated until you add the new one.',
  renewNow: 'Replace it now',
  end: 'Turn off link',
  endSays: 'The link stops working, and calendars that use it are no longer updated.',
  endNow: 'Turn off now',
  made: 'Your calendar link is ready.',
  renewed: 'You have a new calendar link. The old one no longer works.',
  ended: 'Your calendar link is turned off.',
  unknown: 'This calendar link no longer works. Sign in to Firstwin to create a new one.',
}

export const copyFeedWords = {
  copy: 'Copy calendar link',
  copied: 'Copied',
  notCopied: 'Your browser did not copy it. Please select the calendar link and copy it.',
}
