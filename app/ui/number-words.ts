/** For a number that people read in two ways. @param decimal and @param whole as one would type them */
export const twoReadingsWords = (decimal: string, whole: string): string =>
  `This can be read in two ways. Please enter ${decimal} or ${whole}.`

/** How a typed number is understood. */
export const readNumberWords = (number: string): string => `We read this as ${number}`
