import { generateKeyPairSync } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Wrong answers of the provider; each applies until it is unset. */
export type Twists = {
  /** Puts this nonce into the token instead of the one that was asked for. */
  nonce?: string
  /** The address that is reported as not verified. */
  unverified?: string
  /** The account id for everyone who signs in; by default one for each address. */
  subject?: string
  /** Leaves out `email_verified`. */
  saysNothingOfVerified?: boolean
  /** Runs while it looks up a person, before it answers. */
  meanwhile?: () => Promise<unknown>
}

export type LocalProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  twists: Twists
  /** The requests to the sign-in page, oldest first. */
  asked: URLSearchParams[]
  stop(): Promise<void>
}

type Options = {
  /** The allowed redirect address. */
  callbackUrl: string
  /** Whether the token itself carries the address, as some providers do; otherwise it is in the userinfo response. */
  inToken?: boolean
}

/** A real OpenID Connect provider on the loopback: its page asks for an address and believes whatever is typed. */
export async function startIdentityProvider({ callbackUrl, inToken = false }: Options): Promise<LocalProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['firstwin', 'a secret of the client: with + and %']
  const twists: Twists = {}
  const addresses = new Map<string, string>()
  const accountOf = (address: string): string => {
    const account = twists.subject ?? `account of ${address.toLowerCase()}`
    addresses.set(account, address)
    return account
  }
  const asked: URLSearchParams[] = []
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callbackUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key for cookies of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !inToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    async findAccount(_ctx, id) {
      await twists.meanwhile?.()
      const email = addresses.get(id) ?? ''
      const verified = twists.saysNothingOfVerified ? {} : { email_verified: email !== twists.unverified }
      return { accountId: id, claims: () => ({ sub: id, email, ...verified }) }
    },
    async loadExistingGrant(ctx) {
      const { session, client } = ctx.oidc
      if (!session?.accountId || !client) return undefined
      const grant = new ctx.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    const url = new URL(req.url ?? '/', issuer)
    if (url.pathname.startsWith('/sign-in/')) {
      void signInPage(provider, accountOf, req, res)
      return
    }
    if (url.pathname === '/auth') {
      asked.push(new URLSearchParams(url.searchParams))
      if (twists.nonce) url.searchParams.set('nonce', twists.nonce)
      req.url = url.pathname + url.search
    }
    void answer(req, res)
  })
  return { issuer, clientId, clientSecret, twists, asked, stop: () => stopServer(server) }
}

const page = `<!doctype html><html lang="en"><title>Sign in at Example ID</title><main><h1>Example ID</h1><form method="post">
<label>Work address <input name="login" type="email"></label><button name="do" value="in">Sign in</button>
<button name="do" value="stop">Cancel</button></form></main></html>`

async function signInPage(
  provider: Provider,
  accountOf: (address: string) => string,
  req: IncomingMessage,
  res: ServerResponse,
) {
  if (req.method !== 'POST') {
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.end(page)
    return
  }
  let body = ''
  for await (const chunk of req) body += String(chunk)
  const form = new URLSearchParams(body)
  const result =
    form.get('do') === 'stop'
      ? { error: 'access_denied', error_description: 'stopped' }
      : { login: { accountId: accountOf(form.get('login') ?? '') } }
  await provider.interactionFinished(req, res, result)
}

const stopServer = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

/** Signs in at the provider as a browser would, or stops there. @returns the address that it leads back to */
export async function signInThere(location: string, login: string, choice: 'in' | 'stop' = 'in'): Promise<string> {
  const jar = new Map<string, string>()
  let [url, init]: [string, RequestInit] = [location, {}]
  for (let step = 0; step < 8; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const got = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const set of got.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const to = got.headers.get('location')
    if (to) {
      url = new URL(to, url).href
      init = {}
      if (new URL(url).origin !== new URL(location).origin) return url
    } else if (url.includes('/sign-in/')) {
      init = { method: 'POST', body: new URLSearchParams({ login, do: choice }) }
    } else throw new Error(`The provider answered ${got.status}: ${await got.text()}`)
  }
  throw new Error('The provider leads nowhere.')
}
