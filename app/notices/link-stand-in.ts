/**
 * What stands for a link in a message that is kept: the database never holds a link that opens anything. The address can exist
 * nowhere (RFC 2606), and nothing in it needs escaping in HTML.
 */
const stand = 'https://link.invalid/'
const pattern = /https:\/\/link\.invalid\/([0-9a-f-]{36})/g

export const standInFor = (tokenId: string): string => `${stand}${tokenId}`

/** The ids of the links that a text stands in for, each once. */
export const standInsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, tokenId]) => tokenId ?? '')),
]

/** The text with its links. */
export const withLinks = (text: string, links: ReadonlyMap<string, string>): string =>
  text.replace(pattern, (all, tokenId: string) => links.get(tokenId) ?? all)
