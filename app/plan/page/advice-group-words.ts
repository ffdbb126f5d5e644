export const adviceGroupWords = {
  keep: 'Any of these keeps the date:',
  postpone: 'Or agree on a later date:',
}
