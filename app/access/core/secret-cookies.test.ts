import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cookieHeader, sentCookie } from '#app/kit/cookie-header.ts'
import {
  endCookies,
  newSecret,
  readCookie,
  readCookies,
  readPresentWorkspace,
  setCookie,
  setPresentWorkspace,
} from './secret-cookies.server.ts'

const https = 'https://plans.example'
const http = 'http://localhost:3000'

/** What a browser sends back of these Set-Cookie headers. */
const sending = (...headers: string[]) => ({
  headers: new Headers({ cookie: headers.map((header) => header.split(';', 1)[0]).join('; ') }),
})

const secretOf = (workspaceId: string) => ({ workspaceId, id: crypto.randomUUID(), secret: newSecret() })

describe('cookies', () => {
  it('are kept from scripts and, on https, bound to this host', () => {
    expect(cookieHeader(https, 'firstwin-probe', '1', 90.7)).toBe(
      '__Host-firstwin-probe=1; Max-Age=90; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
    expect(cookieHeader(http, 'firstwin-probe', '1')).toBe('firstwin-probe=1; Path=/; HttpOnly; SameSite=Lax')
  })

  it('carry one secret for each workspace, and come back as they were set', () => {
    const [one, two] = [secretOf(crypto.randomUUID()), secretOf(crypto.randomUUID())]
    for (const appUrl of [https, http]) {
      const request = sending(...[one, two].map((secret) => setCookie(appUrl, 'firstwin', secret, 60)))
      expect(readCookies(request, appUrl, 'firstwin')).toEqual([one, two])
      expect(readCookie(request, appUrl, 'firstwin', two.workspaceId)).toEqual(two)
      expect(readCookies(request, appUrl, 'firstwin-device')).toEqual([])
    }
  })

  it('of one workspace are not read under the name of another', () => {
    const [mine, other] = [secretOf(crypto.randomUUID()), crypto.randomUUID()]
    const header = setCookie(http, 'firstwin', mine, 60).replace(mine.workspaceId, other)
    expect(readCookies(sending(header), http, 'firstwin')).toEqual([])
  })

  it('of a workspace end under every name that the browser sent', () => {
    const secret = secretOf(crypto.randomUUID())
    const old = `firstwin=${secret.workspaceId}.${secret.id}.${newSecret()}`
    const ended = endCookies(
      sending(old, setCookie(http, 'firstwin', secret, 60)),
      http,
      'firstwin',
      secret.workspaceId,
    )
    expect(ended).toEqual([
      'firstwin=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      `firstwin-${secret.workspaceId}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`,
    ])
  })

  it('say in which workspace the browser works, by an id alone', () => {
    const workspaceId = crypto.randomUUID()
    expect(readPresentWorkspace(sending(setPresentWorkspace(https, workspaceId, 60)), https)).toBe(workspaceId)
    expect(readPresentWorkspace(sending('__Host-firstwin-at=%00'), https)).toBeUndefined()
  })

  it('that no one here made are no secrets, and no fault', () => {
    const garbage = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
    fc.assert(
      fc.property(garbage, (cookie) => {
        const request = { headers: new Headers({ cookie: `firstwin=${cookie}; ${cookie}` }) }
        expect(readCookies(request, http, 'firstwin')).toEqual([])
        expect(sentCookie(request, http, 'firstwin')).toBeTypeOf('string')
      }),
    )
  })
})
