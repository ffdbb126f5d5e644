/** What the plan page says of the forecast: whether the customer may read it, and to the customer the sentences alone. */
export type ForecastOfPlan = { shared: boolean; mayShare: boolean; sentences: string[] }
