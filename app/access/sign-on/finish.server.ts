import * as openid from 'openid-client'
import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { Caller } from '../let-in.server.ts'
import { landingFor, findPerson } from '../people.server.ts'
import { writeSecurityEvent } from '../security-log.server.ts'
import { beginSession } from '../session.server.ts'
import { callbackUrl, openProvider } from './begin.server.ts'
import { type Flow, readFlow } from './flow-cookie.server.ts'
import { outgoingFaultIn } from './provider.server.ts'
import type { SignOnRefusal } from './refusals.ts'

export type Finished = { status: 'in'; cookie: string; landing: string } | { status: 'refused'; why: SignOnRefusal }

type Claims = { email: string | undefined; isVerified: boolean }

/**
 * Takes what the provider sent back with the browser, asks the provider whether it is true, and lets the member in whose verified
 * address it is. Nobody is made a member by it.
 */
export async function finishSignOn(
  parts: Parts,
  { workspaceId, caller }: { workspaceId: string; caller: Caller },
): Promise<Finished> {
  const { request } = caller
  const flow = readFlow(parts.environment, workspaceId, request, parts.clock.now())
  const { search, searchParams } = new URL(request.url)
  if (!flow || searchParams.get('state') !== flow.state) return { status: 'refused', why: 'begun elsewhere' }
  const back = new URL(callbackUrl(parts.environment.appUrl, workspaceId) + search)
  const asked = await askProvider(parts, workspaceId, back, flow)
  if (typeof asked === 'string') return refuse(parts, workspaceId, asked, caller)
  const { email, isVerified } = asked
  if (!email || !isVerified) return refuse(parts, workspaceId, 'address not verified', caller)
  return letIn(parts, { workspaceId, email, next: flow.next, caller })
}

async function askProvider(parts: Parts, workspaceId: string, back: URL, flow: Flow): Promise<Claims | SignOnRefusal> {
  const opened = await openProvider(parts, workspaceId)
  if (opened.status === 'refused') return opened.why
  const { provider } = opened
  try {
    const tokens = await openid.authorizationCodeGrant(provider, back, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    })
    const token = tokens.claims()
    if (!token) return 'answer not right'
    // Some providers put the address into the token, the others answer it when asked.
    const claims =
      token['email'] === undefined && provider.serverMetadata().userinfo_endpoint
        ? await openid.fetchUserInfo(provider, tokens.access_token, token.sub)
        : token
    const { email, email_verified: verified } = claims
    return {
      email: typeof email === 'string' ? email.trim().toLowerCase() : undefined,
      isVerified: verified === true,
    }
  } catch (error) {
    const why = whyNot(error)
    parts.log.warn({ workspaceId, why, code: codeOf(error) }, 'single sign-on')
    return why
  }
}

/** What a person does at the provider to stop, as OpenID Connect and OAuth name it. */
const stops = ['access_denied', 'login_required', 'interaction_required', 'consent_required']

function whyNot(error: unknown): SignOnRefusal {
  if (outgoingFaultIn(error)) return 'provider down'
  if (error instanceof openid.AuthorizationResponseError && stops.includes(error.error)) return 'cancelled'
  return 'answer not right'
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined)

async function refuse(parts: Parts, workspaceId: string, why: SignOnRefusal, { network }: Caller): Promise<Finished> {
  await inWorkspace(parts.db, workspaceId, (trx) =>
    writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'sign-in failed', person: null, network, detail: { how: 'single sign-on', why } },
      parts.clock.now(),
    ),
  )
  return { status: 'refused', why }
}

function letIn(
  parts: Parts,
  {
    workspaceId,
    email,
    next,
    caller: { request, network },
  }: { workspaceId: string; email: string; next: string | undefined; caller: Caller },
): Promise<Finished> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const person = await findPerson(trx, workspaceId, { email })
    if (person?.actor.kind !== 'member') {
      const detail = { how: 'single sign-on', why: 'not a member' }
      await writeSecurityEvent(trx, workspaceId, { kind: 'sign-in failed', person: null, network, detail }, now)
      return { status: 'refused', why: 'not a member' }
    }
    const { actor } = person
    const device = request.headers.get('user-agent')
    const cookie = await beginSession(parts, trx, workspaceId, { memberId: actor.id }, device)
    await trx
      .updateTable('identityProvider')
      .set({ provedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('provedAt', 'is', null)
      .execute()
    const detail = { how: 'single sign-on' }
    await writeSecurityEvent(trx, workspaceId, { kind: 'signed in', person: actor, network, detail }, now)
    return { status: 'in', cookie, landing: await landingFor(trx, actor, { next }) }
  })
}
