import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '#app/kit/clock.ts'

export type Claims = Record<string, unknown>

/** The token that it answers next: claims over those of an honest one, and how they are signed. */
export type Lie = {
  claims?: Claims
  header?: Claims
  sign?: 'right key' | 'wrong key' | 'none' | 'HS256' | 'HS256 with the public key'
}

export type LyingProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** How often its keys were requested. */
  keysAsked(): number
  /** Overrides values of its discovery document. */
  description: Claims
  answerWith(nonce: string, email: string, lie?: Lie): void
  stop(): Promise<void>
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID Connect provider made by hand, whose token endpoint answers whatever token a test wants. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const right = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [clientId, clientSecret] = ['firstwin', 'a secret that HS256 would sign with']
  const description: Claims = {}
  let token = ''
  let keysAsked = 0
  const server = createServer((req, res) => {
    const answer = (body: object) => {
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify(body))
    }
    switch (new URL(req.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return answer({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          ...description,
        })
      case '/keys':
        keysAsked += 1
        return answer({
          keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        })
      case '/token':
        return answer({ access_token: 'nothing', token_type: 'Bearer', expires_in: 60, id_token: token })
      default:
        res.statusCode = 404
        return answer({})
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const signature = (input: string, sign: Lie['sign'] = 'right key'): string => {
    const bySecret = (secret: string | Buffer) => createHmac('sha256', secret).update(input).digest('base64url')
    const byKey = (key: KeyObject) => createSign('sha256').update(input).sign(key).toString('base64url')
    switch (sign) {
      case 'right key':
        return byKey(right.privateKey)
      case 'wrong key':
        return byKey(wrong.privateKey)
      case 'none':
        return ''
      case 'HS256':
        return bySecret(clientSecret)
      case 'HS256 with the public key':
        return bySecret(
          createPublicKey(right.publicKey.export({ format: 'pem', type: 'spki' })).export({
            format: 'pem',
            type: 'spki',
          }),
        )
    }
  }

  return {
    issuer,
    clientId,
    clientSecret,
    keysAsked: () => keysAsked,
    description,
    answerWith(nonce, email, { claims = {}, header = {}, sign } = {}) {
      // Tokens are judged by the system's clock, whatever the app's.
      const now = Math.floor(systemClock.now().getTime() / 1000)
      const alg = sign === 'none' ? 'none' : sign?.startsWith('HS256') ? 'HS256' : 'RS256'
      const honest = {
        iss: issuer,
        aud: clientId,
        sub: 'one',
        nonce,
        iat: now,
        exp: now + 300,
        email,
        email_verified: true,
      }
      const input = `${base64url({ alg, kid: 'one', ...header })}.${base64url({ ...honest, ...claims })}`
      token = `${input}.${signature(input, sign)}`
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
