import { labels } from '#app/kit/label-words.ts'

export const dealFieldWords = {
  region: labels.dealRegion,
  competitor: labels.competitor,
  hint: 'Checked against what the champion ruled out',
  hintMust: 'Checked against what the champion ruled out. Enter “none” if there is none',
}

export const ruledOutWords = (entry: string): string => `The champion does not want to be a reference for “${entry}”.`

export const dealRefusals = {
  sayRegion: 'The champion ruled some out. Please enter the region, or “none”.',
  sayCompetitor: 'The champion ruled some out. Please enter the competitor, or “none”.',
}
