import type { Route } from '@playwright/test'

/** The answer of a proxy whose server is down. */
export const proxyFault = (route: Route) =>
  route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })

/** What a browser logs about requests that fail on purpose. */
export const broken = [
  /status of 50\d/,
  /Unable to decode|decode/i,
  /^50\d: POST/,
  /ERR_|Failed to fetch/,
  /SyntaxError/,
]
