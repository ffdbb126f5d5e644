import type { SecurityDetail } from '../security-log/security-detail.ts'
import * as openid from 'openid-client'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import { type SignInCaller, signInPerson } from '../sign-in/let-in.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { landingFor } from '../participants/find-person.server.ts'
import { noteFromOutside } from '../core/count-against-limit.server.ts'
import { listViewers } from '../core/find-viewer.server.ts'
import { markFlowUsed } from '../core/mark-flow-used.server.ts'
import { endSessionsOfBound } from './end-sessions-of-bound.server.ts'
import { callbackUrl, openProvider } from './begin-sign-on.server.ts'
import { type Flow, flowCookie, provedCookie } from './flow-cookie.server.ts'
import type { ProviderAsked } from '../core/identity-provider.server.ts'
import { outgoingFaultIn } from './discover-provider.server.ts'
import { recogniseMember } from './recognise-member.server.ts'
import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'

export type FinishedSignOn =
  | { status: 'in'; cookies: string[]; landing: string }
  /** Someone else is signed in here: whether to go on as this member is asked first. */
  | { status: 'asked'; cookies: string[] }
  | { status: 'refused'; why: SignOnRefusal }

type Claims = { subject: string; email: string | undefined; isVerified: boolean; kept: ProviderAsked }

/**
 * Takes what the provider sent back with the browser, once, asks the provider whether it is true, and lets in the member whose
 * account or verified address it is. No one is made a member by it.
 */
export async function finishSignOn(
  parts: Parts,
  { workspaceId, caller }: { workspaceId: string; caller: SignInCaller },
): Promise<FinishedSignOn> {
  const { request } = caller
  const flow = flowCookie.read(parts.environment, workspaceId, request, parts.clock.now())
  const { search, searchParams } = new URL(request.url)
  if (!flow || searchParams.get('state') !== flow.state) return { status: 'refused', why: 'started elsewhere' }
  const now = parts.clock.now()
  const isFirst = await changeApart(parts, workspaceId, (trx) => markFlowUsed(trx, workspaceId, flow.id, now))
  if (!isFirst) return refuse(parts, workspaceId, 'used already', caller)
  const back = new URL(callbackUrl(parts.environment.appUrl, workspaceId) + search)
  const asked = await askProvider(parts, workspaceId, back, flow)
  if (typeof asked === 'string') return refuse(parts, workspaceId, asked, caller)
  const { subject, email, isVerified, kept } = asked
  if (!email || !isVerified) return refuse(parts, workspaceId, 'address not verified', caller)
  return letMemberIn(parts, { workspaceId, subject, email, kept }, { next: flow.next, caller })
}

/** At most 255 characters (OpenID Connect Core 1.0, 8). */
const isSubject = (sub: string) => /^\P{Cc}{1,255}$/u.test(sub)

async function askProvider(parts: Parts, workspaceId: string, back: URL, flow: Flow): Promise<Claims | SignOnRefusal> {
  const opened = await openProvider(parts, workspaceId)
  if (opened.status === 'refused') return opened.why
  const { provider, kept } = opened
  try {
    const tokens = await openid.authorizationCodeGrant(provider, back, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    })
    const token = tokens.claims()
    if (!token || !isSubject(token.sub)) return 'answer not right'
    // Some providers put the address into the token, the others answer it when asked.
    const claims =
      token['email'] === undefined && provider.serverMetadata().userinfo_endpoint
        ? await openid.fetchUserInfo(provider, tokens.access_token, token.sub)
        : token
    const { email, email_verified: verified } = claims
    return {
      subject: token.sub,
      email: typeof email === 'string' ? email.trim().toLowerCase() : undefined,
      isVerified: verified === true,
      kept,
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

const refuse = (parts: Parts, workspaceId: string, why: SignOnRefusal, caller: SignInCaller): Promise<FinishedSignOn> =>
  changeApart(parts, workspaceId, (trx) => refuseIn(parts, trx, workspaceId, { why, person: null }, caller))

async function refuseIn(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { why, person }: { why: SignOnRefusal; person: PersonActor | null },
  { network }: SignInCaller,
): Promise<FinishedSignOn> {
  const detail: SecurityDetail = { how: 'single sign-on', why }
  await noteFromOutside(parts, trx, workspaceId, { kind: 'sign-in failed', person, network, detail })
  return { status: 'refused', why }
}

/**
 * Signs in the member that the account belongs to. This proves the provider that answered, not another one configured since.
 * If this browser is signed in as someone else, in any workspace, the page asks before replacing or adding a session.
 */
async function letMemberIn(
  parts: Parts,
  { workspaceId, subject, email, kept }: { workspaceId: string; subject: string; email: string; kept: ProviderAsked },
  { next, caller }: { next: string | undefined; caller: SignInCaller },
): Promise<FinishedSignOn> {
  const others = await listViewers(parts, caller.request)
  return changeApart(parts, workspaceId, async (trx): Promise<FinishedSignOn> => {
    const now = parts.clock.now()
    if (!(await isStillSet(trx, workspaceId, kept)))
      return refuseIn(parts, trx, workspaceId, { why: 'answer not right', person: null }, caller)
    const recognised = await recogniseMember(trx, workspaceId, { issuer: kept.issuer, subject, email }, now)
    if (recognised.status === 'refused') return refuseIn(parts, trx, workspaceId, recognised, caller)
    const { person } = recognised
    await prove(trx, workspaceId, kept, now)
    if (others.some(({ actor }) => actor.id !== person.actor.id)) {
      const proved = { id: newId(), memberId: person.actor.id, ...(next ? { next } : {}) }
      return { status: 'asked', cookies: [provedCookie.write(parts.environment, workspaceId, now, proved)] }
    }
    const cookies = await signInPerson(parts, trx, { person, caller, proof: { how: 'single sign-on' } })
    return { status: 'in', cookies, landing: await landingFor(trx, person.actor, { next }) }
  })
}

/** Whether the client that was asked is the workspace's still, and stays so until this is done: accounts are bound to that one. */
async function isStillSet(trx: WorkspaceTransaction, workspaceId: string, asked: ProviderAsked): Promise<boolean> {
  const kept = await trx
    .selectFrom('identityProvider')
    .select(['issuer', 'clientId'])
    .where('workspaceId', '=', workspaceId)
    .forShare()
    .executeTakeFirst()
  return kept?.issuer === asked.issuer && kept.clientId === asked.clientId
}

/** From the first sign-in with these settings, members whose domain requires it must use it. */
async function prove(trx: WorkspaceTransaction, workspaceId: string, kept: ProviderAsked, now: Date) {
  const proved = await trx
    .updateTable('identityProvider')
    .set({ provedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('issuer', '=', kept.issuer)
    .where('clientId', '=', kept.clientId)
    .where('changedAt', '=', kept.changedAt)
    .where('provedAt', 'is', null)
    .returning('required')
    .executeTakeFirst()
  if (!proved?.required) return
  const { domains } = await trx
    .selectFrom('workspace')
    .select('domains')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await endSessionsOfBound(trx, workspaceId, { domains }, now)
}
