import { readableDomain } from '#app/kit/readable-address.server.ts'
import { domainOf } from '../model.ts'
import { isPublicMailDomain } from './public-mail-domains.ts'

/** Behind which domain someone gets their mail, and whether anyone can have an address there, so that it says nothing of a company. */
export function addressOwner(email: string): { domain: string; isPersonal: boolean } {
  const domain = domainOf(email)
  return { domain: readableDomain(domain), isPersonal: isPublicMailDomain(domain) }
}
