export const timelineZoomWords = {
  label: 'Timeline zoom',
  whole: 'Whole plan',
  weeks: 'Weeks',
  months: 'Months',
  quarters: 'Quarters',
  earlier: 'Earlier',
  later: 'Later',
}
