/** The pattern of `like` and `ilike` for a text that holds this one anywhere, taken literally. */
export const containingPattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
