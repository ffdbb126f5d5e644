import { sql } from 'kysely'
import { checkChain } from '#app/access/security-log/check-chain.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { setRetention } from '#app/workspace/retention/set-retention.server.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { makePlanWithSignIn } from './plan-with-sign-in.ts'
import { refusalOf } from './plan-setting.ts'
import { makeMember } from './workspace.ts'

const day = 24 * 60 * 60 * 1000

/** A workspace with an admin who sets how long records are kept, and a security log with entries of any age. */
export async function keepingRecords() {
  const it = await makePlanWithSignIn()
  const { ownerDb } = await testDatabase()
  // The database decides by its own clock which entries are old.
  const { rows } = await sql<{ now: Date }>`select now()`.execute(ownerDb)
  const databaseNow = rows[0]?.now.getTime() ?? 0
  const monthsAgo = (months: number) => new Date(databaseNow - months * 31 * day)
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const give = (input: Record<string, unknown>) =>
    runCommand(it.parts, setRetention, { actor: admin, scopeId: it.workspaceId, input })
  /** Sets shorter times, with the question that they are asked about confirmed. */
  const keep = async (shorter: Record<string, unknown>) => {
    const { faults } = await refusalOf(give(shorter))
    return give({ ...shorter, confirmShorter: faults[0]?.message })
  }
  const noted = (name: string, months: number) =>
    it.within((trx) =>
      writeSecurityEvent(
        trx,
        it.workspaceId,
        { kind: 'signed in', person: { id: it.plan.lead.id, name } },
        monthsAgo(months),
      ),
    )
  const log = () => it.within((trx) => trx.selectFrom('securityEvent').selectAll().orderBy('at').execute())
  const daysAgo = (days: number) => new Date(it.parts.clock.now().getTime() - days * day)
  return {
    ...it,
    ownerDb,
    admin,
    monthsAgo,
    keep,
    noted,
    log,
    daysAgo,
    check: () => checkChain(it.parts, it.workspaceId),
  }
}

export type KeepingRecords = Awaited<ReturnType<typeof keepingRecords>>
