const product = 'Firstwin'

/**
 * The title of a page as its tab shows it; undefined for a page without one of its own.
 * @param project of the plan that the page belongs to, which tells the tabs of two plans apart
 */
export const pageTitle = (title: string | undefined, project?: string): string =>
  [title, project, product].filter(Boolean).join(' · ')
