import { readableDomain } from '#app/kit/readable-address.server.ts'
import { domainOf } from '../mail-domains.ts'
import { isPublicMailDomain } from '../public-mail-domains.ts'

/** The domain of a person's address, and whether anyone can have an address there, so that it says nothing about a company. */
export function addressOwner(email: string): { domain: string; isPersonal: boolean } {
  const domain = domainOf(email)
  return { domain: readableDomain(domain), isPersonal: isPublicMailDomain(domain) }
}
