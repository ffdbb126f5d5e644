import { type RunningApp, startApp } from '#tests/harness/app.ts'
import { type TemplateServer, withClient } from '#tests/harness/template.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'

/** The build, if there is none yet, is made by one file of a run while the others wait. */
export const buildOnce = ({ serverUrl }: TemplateServer): Promise<void> =>
  withClient(serverUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('firstwin build'))`)
    ensureBuild()
  })

/** A real app process. */
export async function startBuiltApp(server: TemplateServer): Promise<RunningApp> {
  await buildOnce(server)
  return startApp(server)
}

export type Answer = { status: number; headers: Headers; body: Buffer }
export type Form = Readonly<Record<string, string | readonly string[]>>

/** The part of an event stream to wait for: the stream never ends. */
const streamFor = 150

/** Sends one request, follows no redirect, and reads every byte of the answer. */
export async function ask(url: URL, init: RequestInit = {}): Promise<Answer> {
  const gone = new AbortController()
  const response = await fetch(url, { ...init, redirect: 'manual', signal: gone.signal })
  const { status, headers } = response
  if (!headers.get('content-type')?.startsWith('text/event-stream'))
    return { status, headers, body: Buffer.from(await response.arrayBuffer()) }
  const chunks: Uint8Array[] = []
  const timer = setTimeout(() => gone.abort(), streamFor)
  try {
    const reader = response.body?.getReader()
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) chunks.push(part.value)
  } catch {
    // Aborted on purpose.
  } finally {
    clearTimeout(timer)
  }
  return { status, headers, body: Buffer.concat(chunks) }
}

/** A form as a browser without JavaScript posts it. */
export const formBody = (form: Form): URLSearchParams =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )

/** Runs `work` for each item, this many at a time, started in order. */
export async function inParallel<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>) {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** Reads a stream of events until it ends or is told to stop. */
export function listen(
  url: URL,
  headers: Record<string, string>,
): { heard(): string; ended: Promise<void>; end(): Promise<Buffer> } {
  const gone = new AbortController()
  const chunks: Uint8Array[] = []
  const reading = fetch(url, { headers, signal: gone.signal })
    .then(async (response) => {
      const reader = response.body?.getReader()
      for (let part = await reader?.read(); part?.value; part = await reader?.read()) chunks.push(part.value)
    })
    .catch(() => undefined)
  return {
    heard: () => Buffer.concat(chunks).toString(),
    ended: reading,
    async end() {
      gone.abort()
      await reading
      return Buffer.concat(chunks)
    },
  }
}

/** What a person would read of an answer. */
export const wordsOf = ({ body }: Answer) =>
  body
    .toString()
    .replace(/<(script|style)[^]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 2000)
