import type { AppLoadContext } from '@remix-run/node'
import type { PlanViewer } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { uploadTooLarge } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { mayEver } from '#app/policy/policy.ts'
import { whyRefusedOnPlan } from '#app/runner/plan-end.ts'
import { readUpload } from '#app/runner/read-upload.server.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { authorOf } from '../core/author-of.ts'
import { getTaskSubject, whyTaskFull } from './attachment-queries.server.ts'
import { type StoredFile, discardUnadded, storeFile } from './store-file.server.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** Bytes of a form beside its file. */
const besideFile = 64 * 1024

type Received = { values: PostedValues; file: StoredFile | Refusal }

/**
 * Stores the file of a posted form while it arrives, once it is clear that its sender may add one to the task.
 * @returns the form's values with the file, or with why it is refused
 * @throws Refusal 403, 404, 415, 429, 400 for a form that cannot be read
 */
export async function receiveFile(
  context: AppLoadContext,
  { actor, standings, planId, plan }: PlanViewer,
  { request, taskId }: { request: Request; taskId: string },
): Promise<Received> {
  const { parts, body } = context
  if (!mayEver('add-file', standings)) throw new Refusal(403, refusals.notAllowed)
  const subject = await getTaskSubject(parts, { actor, standings, planId }, taskId)
  await countAgainstLimit(context, [['file by a person', actor.id]])
  if (!body) throw new Refusal(400, refusals.formUnreadable)
  if (Number(request.headers.get('content-length')) > bounds.upload + besideFile)
    return { values: { intent: 'add-file' }, file: fieldRefusal('file', uploadTooLarge) }

  const place = { workspaceId: actor.workspaceId, planId, subjectId: subject.id, author: authorOf(actor) }
  const type = request.headers.get('content-type')
  const why = whyRefusedOnPlan('add-file', plan)
  const full = await whyTaskFull(parts, { actor, standings, planId }, subject)
  const { values, taken } = await readUpload(body, type, 'file', async (file, { intent = 'add-file' }) => {
    const refused = why ?? full ?? (intent === 'add-file' ? null : refusals.formInvalid)
    return refused === null ? storeFile(parts, place, file) : { refused }
  })
  if (values['intent'] !== 'add-file') {
    if (taken && 'id' in taken) await discardUnadded(parts, actor.workspaceId, taken.id)
    throw new Refusal(400, refusals.formInvalid)
  }
  if (!taken) return { values, file: fieldRefusal('file', refusals.chooseFile) }
  if (why !== null) return { values, file: new Refusal(403, why) }
  return { values, file: 'refused' in taken ? fieldRefusal('file', taken.refused) : taken }
}
