import { pageNames } from '#app/kit/page-name-words.ts'

export const ownCalendarWords = {
  title: pageNames.ownCalendar,
  intro: 'Your open tasks and the dates of your plans, in your own calendar. When a date moves, it moves there too.',
  off: 'Make an address and add it to your calendar program, where it says “From URL” or “Subscribe”.',
  on: 'Add this address to your calendar program, where it says “From URL” or “Subscribe”. Anyone who has it can read your tasks, so keep it to yourself.',
  notShown: 'Your address works, but it can no longer be shown. Replace it to get a new one.',
  make: 'Make an address',
  open: 'Open in a calendar program',
  renew: 'Replace address',
  renewHint: 'A new address ends the old one: calendars that use it are no longer updated.',
  end: 'Switch off calendar',
  made: 'Your calendar has an address.',
  renewed: 'Your calendar has a new address. The old one no longer works.',
  ended: 'Your calendar is switched off.',
}

export const copyFeedWords = {
  copy: 'Copy address',
  copied: 'Copied',
  notCopied: 'Your browser did not copy it. Please select the address and copy it.',
}
