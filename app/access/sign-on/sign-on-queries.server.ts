import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { callbackUrl } from './begin-sign-on.server.ts'
import { findProvider } from '../core/identity-provider.server.ts'

export type SignOnPageView = {
  /** Nothing of the secret. */
  provider: { issuer: string; clientId: string; required: boolean; isProved: boolean; changedAt: string } | null
  domains: string[]
  /** Sign-in address for members, and where the provider leads back to. */
  startUrl: string
  callbackUrl: string
}

/** What an admin sees of single sign-on. */
export function getSignOnPage({ reads, environment }: Parts, workspaceId: string): Promise<SignOnPageView> {
  const { appUrl } = environment
  return reads.in(workspaceId, async (trx) => {
    const kept = await findProvider(trx, workspaceId)
    const { domains } = await trx
      .selectFrom('workspace')
      .select('domains')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const provider = kept && {
      issuer: kept.issuer,
      clientId: kept.clientId,
      required: kept.required,
      isProved: kept.provedAt !== null,
      changedAt: kept.changedAt.toISOString(),
    }
    return {
      provider: provider ?? null,
      domains,
      startUrl: new URL(paths.signOnStart(workspaceId, kept?.provedAt ? undefined : '/workspace/sign-on'), appUrl).href,
      callbackUrl: callbackUrl(appUrl, workspaceId),
    }
  })
}

/** Which account at the provider a member is bound to. */
export const findAccount = ({ reads }: Pick<Parts, 'reads'>, workspaceId: string, memberId: string) =>
  reads.in(workspaceId, async (trx) => {
    const bound = await trx
      .selectFrom('signOnBinding')
      .select(['issuer', 'boundAt'])
      .where('workspaceId', '=', workspaceId)
      .where('memberId', '=', memberId)
      .executeTakeFirst()
    return bound ? { issuer: bound.issuer, boundAt: bound.boundAt.toISOString() } : null
  })
