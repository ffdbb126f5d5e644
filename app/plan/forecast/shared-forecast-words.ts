export const sharedForecastWords = (customer: string): string =>
  `${customer} sees these sentences too, but not the chart.`

export const shareForecastWords = (customer: string): string => `Share the forecast with ${customer}`

export const sharedByWords = (vendor: string): string => `Simulated from today’s plan, shared by ${vendor}.`
