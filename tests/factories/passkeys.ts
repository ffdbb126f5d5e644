import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { inWorkspace } from '#db/workspace.ts'
import { loader as newOptions } from '#app/access/passkeys/new-passkey-options.route.ts'
import { action as postPasskeys, loader as openPasskeys } from '#app/access/passkeys/passkeys.page.tsx'
import { loader as signInOptions } from '#app/access/sign-in/passkey-sign-in-options.route.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { action as postSignIn } from '#app/access/sign-in/sign-in.page.tsx'
import { newId } from '#app/kit/ids.ts'
import type { RateLimits } from '#app/kit/rate-limits.ts'
import { type SoftwareAuthenticator, type Wrong, softwareAuthenticator } from './authenticator.ts'
import { answerOf, makePlanWithSignIn } from './plan-with-sign-in.ts'
import { type MemberActor, makeMember } from './workspace.ts'

const bare = (response: Response) => response.headers.getSetCookie().map((it) => it.split(';')[0] ?? '')

/** A workspace whose members hold passkeys, and every part of the ceremony: options, authenticator, post. */
export async function atThePasskeys({ limits }: { limits?: RateLimits } = {}) {
  const it = await makePlanWithSignIn({ ...(limits ? { limits } : {}) })
  const member = await makeMember(it.db, it.workspaceId, { name: 'Ana Lind', roles: ['rep'] })
  const sessionOf = async ({ workspaceId, id }: Pick<MemberActor, 'workspaceId' | 'id'>) =>
    (
      await inWorkspace(it.db, workspaceId, (trx) => beginSession(it.parts, trx, workspaceId, { memberId: id }, null))
    ).split(';')[0] ?? ''
  const session = await sessionOf(member)

  const later = (ms: number) => it.parts.clock.set(new Date(it.parts.clock.now().getTime() + ms))
  /** Advances the clock, so that log entries and emails are in order. */
  const tick = () => later(1)

  async function askForNew(cookie = session) {
    const answer = await newOptions(it.args('/passkeys/options', { headers: { cookie } }))
    const options = (await answer.json()) as PublicKeyCredentialCreationOptionsJSON
    return { status: answer.status, options, cookies: [cookie, ...bare(answer)].join('; ') }
  }
  const post = (fields: Record<string, string>, cookie = session) => {
    tick()
    return answerOf(() => postPasskeys(it.posted('/passkeys', { idempotencyKey: newId(), ...fields }, { cookie })))
  }
  /** Adds a passkey, from the options to the confirmed post. */
  async function add(
    authenticator: SoftwareAuthenticator = softwareAuthenticator(),
    { cookie = session, wrong = {} as Wrong } = {},
  ) {
    const { options, cookies } = await askForNew(cookie)
    const credential = JSON.stringify(authenticator.create(options, wrong))
    const answer = await post({ intent: 'add-passkey', credential }, cookies)
    return { authenticator, answer, credential, cookies, options }
  }

  async function askToSignIn() {
    const answer = await signInOptions(it.args('/sign-in/passkey'))
    const options = (await answer.json()) as PublicKeyCredentialRequestOptionsJSON
    return { options, cookie: bare(answer).join('; ') }
  }
  const send = (credential: object, cookie: string, next = '') =>
    answerOf(() =>
      postSignIn(
        it.posted(
          '/sign-in',
          { intent: 'sign-in-with-passkey', credential: JSON.stringify(credential), next },
          { cookie, 'user-agent': 'test' },
        ),
      ),
    )
  /** Signs in, from the options to the post, with or without a cookie. */
  async function signIn(authenticator: SoftwareAuthenticator, { wrong = {} as Wrong, next = '', cookie = '' } = {}) {
    tick()
    const asked = await askToSignIn()
    return send(authenticator.get(asked.options, wrong), [asked.cookie, cookie].filter(Boolean).join('; '), next)
  }

  const list = async (cookie = session) => (await openPasskeys(it.args('/passkeys', { headers: { cookie } }))).passkeys
  const events = () =>
    it.within((trx) =>
      trx.selectFrom('securityEvent').select(['kind', 'personName', 'detail']).orderBy('at').orderBy('id').execute(),
    )
  return { ...it, member, session, sessionOf, askForNew, post, add, askToSignIn, send, signIn, list, later, events }
}
