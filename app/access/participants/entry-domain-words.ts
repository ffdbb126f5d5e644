import { labels } from '#app/kit/label-words.ts'

export const closedToAddress = 'This plan is no longer open to this address.'

export const entryDomainsWords = {
  domains: labels.domains,
  whatHappens:
    'Anyone with an address at these domains can request a link to this plan and join as a viewer. We notify you, and you can make them a contributor or remove them.',
  save: 'Save domains',
}

export const entryDomainsHint = (account: string): string =>
  `Domains of ${account}, separated by commas. If empty, only invited people can join.`

/** @param domain of the vendor, which is none of the customer’s */
export const ownDomainWords = (domain: string, vendor: string): string =>
  `${domain} is a domain of ${vendor}. Only domains of the customer are allowed.`
