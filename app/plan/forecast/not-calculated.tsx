import { forecastPanelWords } from './shared-forecast-words.ts'
/** Shown where a forecast could not be computed. */
export const NotCalculated = () => <p role="status">{forecastPanelWords.notCalculated}</p>
