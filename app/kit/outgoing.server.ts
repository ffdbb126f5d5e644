import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isLoopback, isPublicAddress, hostMatcher } from './public-address.ts'
import { outgoingWords } from './outgoing-words.ts'

/** Why a request to an address that a person typed was refused or failed; in words for that person. */
export class OutgoingFault extends Error {
  override name = 'OutgoingFault'
}

/** An address that is never asked, now or later: what it says, or where it leads, is not allowed. */
export class OutgoingRefusal extends OutgoingFault {
  override name = 'OutgoingRefusal'
}

export type OutgoingOptions = {
  method?: string
  headers?: Record<string, string>
  body?: string | undefined
  signal?: AbortSignal | undefined
  /** The timeout for connecting and reading, in milliseconds. */
  patience?: number
  /** The most bytes of an answer; a longer one is refused. */
  largest?: number
}

/** Makes requests to addresses that people typed. */
export type OutgoingRequests = {
  /** Whether plain http is let through to this address: on the loopback alone, where OUTGOING_ALLOW names it. */
  allowsHttp(url: URL): boolean
  /** Why an address is never asked, in words for the person who typed it; where its name leads is checked at each request. */
  whyNever(address: string | URL): string | undefined
  /** @throws OutgoingFault */
  request(url: string | URL, options?: OutgoingOptions): Promise<Response>
}

type Lookup = (
  hostname: string,
  options: { all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void

/**
 * Requests to addresses that people typed: only https, only public addresses, no redirects. All addresses of a name are
 * checked, and the connection uses a checked address, so that a name that resolves differently a moment later reaches nothing
 * either (DNS rebinding).
 * @param allowed hosts, addresses and networks of OUTGOING_ALLOW, which may be private; on the loopback, as in tests, they may speak plain http
 */
export function createOutgoing(allowed: readonly string[], lookup: Lookup = systemLookup): OutgoingRequests {
  const isNamed = hostMatcher(allowed)
  const mayReach = (hostname: string, address: string) =>
    isNamed(hostname) || isNamed(address) || isPublicAddress(address)
  const allowsHttp = (url: URL) => isLoopback(bareHost(url)) && isNamed(bareHost(url))

  const checkedLookup: RequestOptions['lookup'] = (hostname, options: LookupOptions, done) => {
    lookup(hostname, { all: true }, (error, found) => {
      const fault = error ? new OutgoingFault(outgoingWords.noHost) : undefined
      const isOpen = !fault && found.length > 0 && found.every(({ address }) => mayReach(hostname, address))
      if (!isOpen) done(fault ?? new OutgoingRefusal(outgoingWords.notPublic), [])
      else if (options.all) done(null, found)
      else done(null, found[0]?.address ?? '', found[0]?.family)
    })
  }

  const whyNever = (address: string | URL): string | undefined => {
    if (!URL.canParse(String(address))) return outgoingWords.notValid
    const url = new URL(address)
    const host = bareHost(url)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowsHttp(url))) return outgoingWords.notHttps
    if (url.username || url.password) return outgoingWords.noPassword
    // Node does not resolve IP addresses, so it would never call the lookup above.
    return isIP(host) && !mayReach(host, host) ? outgoingWords.notPublic : undefined
  }

  return {
    ...{ allowsHttp, whyNever },
    async request(address, options = {}) {
      const why = whyNever(address)
      if (why !== undefined) throw new OutgoingRefusal(why)
      return send(new URL(address), options, checkedLookup)
    },
  }
}

/** The host without the brackets of IPv6; a URL writes decimal and octal IPv4 in their usual form by itself. */
const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

async function send(
  url: URL,
  { method = 'GET', headers = {}, body, signal, patience = 10_000, largest = 1024 * 1024 }: OutgoingOptions,
  lookup: RequestOptions['lookup'],
): Promise<Response> {
  const limit = AbortSignal.timeout(patience)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  try {
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      // A new connection: one kept open would bypass the check.
      const sent = request(
        url,
        { method, headers, lookup, agent: false, signal: signal ? AbortSignal.any([signal, limit]) : limit },
        done,
      )
      sent.on('error', fail)
      sent.end(body)
    })
    return responseOf(answer, await read(answer, largest))
  } catch (error) {
    if (error instanceof OutgoingFault) throw error
    if (limit.aborted) throw new OutgoingFault(outgoingWords.noAnswer, { cause: error })
    throw new OutgoingFault(outgoingWords.failed, { cause: error })
  }
}

async function read(answer: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > largest) throw new OutgoingFault(outgoingWords.tooLong)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function responseOf(answer: IncomingMessage, body: Buffer): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headersDistinct))
    for (const one of value ?? []) headers.append(name, one)
  const status = answer.statusCode ?? 502
  const hasBody = status !== 204 && status !== 205 && status !== 304
  return new Response(hasBody ? new Uint8Array(body) : null, { status, headers })
}
