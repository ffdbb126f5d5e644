const titles: Readonly<Record<number, string>> = {
  400: 'We could not read that',
  401: 'Sign in to continue',
  403: 'You don’t have access',
  404: 'Page not found',
  405: 'You can’t do that here',
  409: 'Someone else changed this',
  410: 'This link has expired',
  413: 'Too much text',
  422: 'This could not be saved',
  429: 'Too many requests',
  503: 'Firstwin is busy',
}

/** The title of the error page, which every page's script holds; the texts come with the error page. */
export const errorTitleWords = (status: number): string =>
  titles[status] ?? (status >= 500 ? 'Something went wrong on our side' : 'That did not work')
