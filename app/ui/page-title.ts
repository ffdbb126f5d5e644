const product = 'Firstwin'

/** The title of a page as its tab shows it; undefined for a page without one of its own. */
export const pageTitle = (title: string | undefined): string => (title ? `${title} · ${product}` : product)
