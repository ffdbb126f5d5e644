/** What every email says beside its own texts. */
export const layoutWords = {
  choices: 'Choose which emails you get, or stop them.',
  addressOfButton: 'If the button does not work, copy this address into your browser:',
}

/** What a person wrote. */
export const quoteWords = (text: string): string => `“${text}”`

/** Below the name of a sender: "Account manager, Brightline". */
export const positionWords = (title: string | null, company: string): string =>
  title ? `${title}, ${company}` : company
