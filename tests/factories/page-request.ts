import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from './load-context.ts'
import type { Setting } from './plan-setting.ts'
import type { ParticipantActor } from './workspace.ts'

/** What a loader or an action of a plan's page is given, as a participant asks for it. @param fields of a form; none to read the page */
export async function askedBy(it: Setting, person: ParticipantActor, path: string, fields?: Record<string, string>) {
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, { participantId: person.id }, null),
  )
  return {
    request: new Request(new URL(path, it.parts.environment.appUrl), {
      headers: { cookie: cookie.split(';')[0] ?? '' },
      ...(fields ? { method: 'POST', body: new URLSearchParams({ idempotencyKey: newId(), ...fields }) } : {}),
    }),
    params: { planId: it.planId },
    context: loadContext(it.parts),
  }
}

/** The status of what a loader or an action answered, and where it leads. */
export async function outcomeOf(work: Promise<unknown>): Promise<{ status: number; to: string | null }> {
  const answer: unknown = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('location') }
  if (answer instanceof Error) throw answer
  return { status: (answer as { init?: { status: number } }).init?.status ?? 200, to: null }
}
