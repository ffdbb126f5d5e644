import { labels } from '#app/kit/label-words.ts'

export const winFieldWords = {
  measuredValue: labels.measuredValue,
  statementHint:
    'In the customer’s own words, as it will be announced: “We closed the books in one day. It used to take us a month.”',
  measureHint: 'For example: time to close a month',
  unitHint: 'For example: days, %, tickets a week',
  baselineHint: 'Today’s value',
  targetHint: 'The value that counts as a win',
  winByHint: 'If left empty, we propose a date soon after go-live',
  announcedToHint: 'Who should be told',
}
