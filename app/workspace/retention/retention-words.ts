/** The least and the most that can be set, and what it means. @param means a sentence */
export const retentionHint = ({ least, most, means }: { least: number; most: number; means: string }): string =>
  `${least} to ${most}. ${means}`
