import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const sharedForecastWords = (customer: string): string =>
  `${customer} sees these sentences too, but not the chart.`

export const shareForecastWords = (customer: string): string => `Share the forecast with ${customer}`

export const sharedByWords = (vendor: string): string => `Simulated from today’s plan, shared by ${vendor}.`

export const forecastPanelWords = {
  label: mainPageNames.forecast,
  link: 'How likely this plan is to meet its dates',
  stopSharing: 'Stop sharing the forecast',
  notCalculated: 'The forecast could not be calculated. The plan itself is up to date. Reload the page to try again.',
}
