/** The title of a page as its tab shows it. */
export const pageTitle = (title: string): string => `${title} · Firstwin`
