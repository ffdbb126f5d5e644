import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { TemplateServer } from '#tests/harness/template.ts'
import { startWithPlan } from './signed-in-plan.ts'

export type Who = 'lead' | 'champion'
export type Bytes = Uint8Array<ArrayBuffer>

/** A PDF file of so many bytes, as far as anyone looks. */
export const pdf = (size: number, mark = ''): Bytes => {
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode(`%PDF-1.7 ${mark}`))
  return bytes
}

type Sent = { who?: Who; key?: string; taskKey?: string }

export type TaskFiles = Awaited<ReturnType<typeof startTaskFiles>>

/** A plan in the app as it runs in production, and how its people add, open and change files there. */
export async function startTaskFiles(server: TemplateServer) {
  const it = await startWithPlan(server)

  const task = (key = 'legal') => it.plan.taskIds[key] ?? ''
  const links = () => planLinks(it.plan.planId)

  async function upload(name: string, bytes: Bytes, { who = 'champion', key = newId(), taskKey = 'legal' }: Sent = {}) {
    const body = new FormData()
    body.set('intent', 'add-file')
    body.set('idempotencyKey', key)
    body.set('file', new File([bytes], name, { type: 'text/html' }))
    const answer = await fetch(new URL(links().addFile(task(taskKey)), it.app.baseUrl), {
      method: 'POST',
      body,
      headers: { cookie: it.cookies[who], origin: it.app.baseUrl },
      redirect: 'manual',
    })
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
  }

  const rows = () =>
    inWorkspace(it.db, it.plan.workspaceId, async (trx) => ({
      attachments: await trx.selectFrom('attachment').selectAll().orderBy('createdAt').orderBy('id').execute(),
      chunks: await trx.selectFrom('fileChunk').select(['attachmentId', 'number']).execute(),
    }))

  const addedAs = async (name: string) => (await rows()).attachments.findLast((row) => row.name === name)

  const open = async (path: string, who: Who) => {
    const answer = await fetch(new URL(path, it.app.baseUrl), { headers: { cookie: it.cookies[who] } })
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
  }

  const post = (form: Record<string, string>, who: Who = 'champion') =>
    fetch(new URL(links().taskPage(task()), it.app.baseUrl), {
      method: 'POST',
      body: new URLSearchParams({ idempotencyKey: newId(), ...form }),
      headers: { cookie: it.cookies[who], origin: it.app.baseUrl },
      redirect: 'manual',
    })

  return { ...it, task, links, upload, rows, addedAs, open, post }
}
