/** @param standard the colour that is used without one */
export const accentHint = (standard: string): string =>
  `For buttons and links. We make it lighter or darker where needed for contrast. The default is ${standard}.`
