import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { codeWorksFor, isSignInCode } from '#app/outbox/code-secret.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import {
  type SecretCookie,
  endCookies,
  matchesHash,
  hashOfSecret,
  newSecret,
  readCookie,
  setCookie,
} from '../core/secret-cookies.server.ts'
import { type PersonFound, findPerson, landingFor } from '../participants/find-person.server.ts'
import { noteFromOutside } from '../core/count-against-limit.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'

/** Enough for a slip of the finger: one guess in 200,000 succeeds. */
const mostTries = 5

/** Mails a code to a person's own address. @returns the Set-Cookie header that binds it to this browser */
export async function beginCode(
  parts: Parts,
  trx: WorkspaceTransaction,
  { actor, email }: PersonFound,
  landing: string,
): Promise<string> {
  const { workspaceId } = actor
  const now = parts.clock.now()
  const [id, secret] = [newId(), newSecret()]
  const person = actor.kind === 'member' ? { memberId: actor.id } : { participantId: actor.id }
  await trx
    .insertInto('signInCode')
    .values({
      workspaceId,
      id,
      secretHash: hashOfSecret(secret),
      ...person,
      landing,
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeWorksFor),
    })
    .execute()
  const workspace = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await writeSecurityEvent(trx, workspaceId, { kind: 'code sent', person: actor }, now)
  await writeNotice(
    parts,
    trx,
    workspaceId,
    {
      kind: 'sign-in-code',
      facts: { workspace: workspace.name, name: actor.name, codeId: id, works: '10 minutes' },
      to: { ...person, address: email },
      planId: null,
      link: { path: '/sign-in/code' },
    },
    now,
  )
  return setCookie(parts.environment.appUrl, 'firstwin-code', { workspaceId, id, secret }, codeWorksFor / 1000)
}

export const readCodeCookie = (parts: Parts, request: Request): SecretCookie | undefined =>
  readCookie(request, parts.environment.appUrl, 'firstwin-code')

export const endCodeCookie = (parts: Parts, request: Request, workspaceId: string): string[] =>
  endCookies(request, parts.environment.appUrl, 'firstwin-code', workspaceId)

export type CodeState = { status: 'open'; workspace: { name: string; logo: string | null } } | { status: 'dead' }

/** Whether the code of this browser may still be entered. */
export async function findCode(parts: Parts, request: Request): Promise<CodeState> {
  const cookie = readCodeCookie(parts, request)
  if (!cookie) return { status: 'dead' }
  return parts.reads.in(cookie.workspaceId, async (trx) => {
    const code = await trx
      .selectFrom('signInCode')
      .innerJoin('workspace', 'workspace.workspaceId', 'signInCode.workspaceId')
      .select(['secretHash', 'workspace.name', 'workspace.logo'])
      .where('signInCode.workspaceId', '=', cookie.workspaceId)
      .where('signInCode.id', '=', cookie.id)
      .where('usedAt', 'is', null)
      .where('tries', '<', mostTries)
      .where('expiresAt', '>', parts.clock.now())
      .executeTakeFirst()
    if (!code || !matchesHash(cookie.secret, code.secretHash)) return { status: 'dead' }
    return { status: 'open', workspace: { name: code.name, logo: code.logo } }
  })
}

export type TriedCode =
  { status: 'right'; person: PersonFound; landing: string } | { status: 'wrong'; left: number } | { status: 'dead' }

/**
 * Tries a code. The try is counted before the code is looked at, in one statement that waits for others at the same row, so that
 * any number of tries at once are five.
 */
export async function tryCode(
  parts: Parts,
  trx: WorkspaceTransaction,
  cookie: SecretCookie,
  { typed, network }: { typed: string; network: string },
): Promise<TriedCode> {
  const now = parts.clock.now()
  const { workspaceId, id } = cookie
  const code = await trx
    .updateTable('signInCode')
    .set({ tries: sql`tries + 1` })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('secretHash', '=', hashOfSecret(cookie.secret))
    .where('usedAt', 'is', null)
    .where('tries', '<', mostTries)
    .where('expiresAt', '>', now)
    .returning(['memberId', 'participantId', 'tries', 'landing'])
    .executeTakeFirst()
  if (!code) return { status: 'dead' }
  const { memberId, participantId, tries, landing } = code
  const by = memberId ? { memberId } : participantId ? { participantId } : undefined
  const person = by && (await findPerson(trx, workspaceId, by))
  // The provider may have been required while the code was on its way.
  if (!person || (await signOnOf(trx, person)) === 'required') return { status: 'dead' }
  if (!isSignInCode(parts.environment, id, typed)) {
    await noteFromOutside(parts, trx, workspaceId, { kind: 'code refused', person: person.actor, network })
    const left = mostTries - tries
    return left > 0 ? { status: 'wrong', left } : { status: 'dead' }
  }
  await trx
    .updateTable('signInCode')
    .set({ usedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  // They may have left the plan while the code was on its way.
  return { status: 'right', person, landing: await landingFor(trx, person.actor, { next: landing }) }
}
