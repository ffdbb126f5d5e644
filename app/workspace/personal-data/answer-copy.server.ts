import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { sideOf } from '#app/policy/policy.ts'
import type { CommandDone } from '#app/runner/run-command.server.ts'
import { noteCopy } from './note-copy.server.ts'
import { getPersonCopy } from './get-person-copy.server.ts'

/**
 * The file that a command has allowed, as JSON. It is made when it is asked for, so the same form sent again gets what holds then,
 * and that too is noted.
 * @throws Refusal 404
 */
export async function answerCopy(
  parts: Pick<Parts, 'db' | 'reads' | 'clock'>,
  actor: PersonActor,
  { result: { personId }, repeated }: CommandDone<{ personId: string }>,
): Promise<Response> {
  const { workspaceId } = actor
  if (repeated)
    await changeApart(parts, workspaceId, (trx) =>
      noteCopy(trx, { workspaceId, actor, personId, now: parts.clock.now() }),
    )
  const copy = await getPersonCopy(parts, { workspaceId, personId, reader: sideOf(actor) })
  const day = copy.copiedAt.toISOString().slice(0, 10)
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="personal-data-${day}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
