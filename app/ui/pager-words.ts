export const pageOfWords = (page: number, pages: number): string => `Page ${page} of ${pages}`
