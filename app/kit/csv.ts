/** Characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection). */
const startsFormula = /^[=+\-@\t\r]/

/** Whether a spreadsheet may take a text for a formula. */
export const couldRun = (text: string): boolean => startsFormula.test(text)

/**
 * One cell of a CSV file (RFC 4180), safe in spreadsheets: text that would be a formula gets an apostrophe before it. Numbers
 * stay numbers, negative ones too.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = String(value)
  // Some programs start a new cell after a line break or a separator, even within quotes.
  const safe = (couldRun(text) ? `'${text}` : text).replace(/([\n\r;,])(?=[=+\-@])/g, "$1'")
  return /[",;\n\r\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of a CSV file, with its end. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

/** Tells spreadsheets that the file is UTF-8. */
export const csvStart = '\uFEFF'
