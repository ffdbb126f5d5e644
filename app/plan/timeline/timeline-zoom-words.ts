export const timelineZoomWords = {
  label: 'Zoom of the timeline',
  whole: 'Whole plan',
  weeks: 'Weeks',
  months: 'Months',
  quarters: 'Quarters',
  earlier: 'Earlier',
  later: 'Later',
}
