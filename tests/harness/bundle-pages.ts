import { inject } from 'vitest'
import { type SessionOwner, beginSession } from '#app/access/core/session.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { withIsolatedText } from '#app/server/isolated-text.server.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { remixAnswer } from '#app/server/remix-answer.server.ts'
import { withSharedReads } from '#app/server/with-shared-reads.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { withClient } from './template.ts'

export type OpenedPage = { path: string; status: number; html: string }

/** Opens pages as one person. Redirects are not followed. */
export type Reader = { open(path: string, more?: { cookie?: string }): Promise<OpenedPage> }

/** What the built bundle answers to a request, within this process. */
export async function bundleAnswer() {
  const { serverUrl } = inject('templateServer')
  await withClient(serverUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('firstwin build'))`)
    ensureBuild()
  })
  const { build } = await loadBundle()
  return remixAnswer(withIsolatedText(withSharedReads(build)), 'production')
}

/** Signs a person in at the clock's present moment. @returns the cookie that their browser sends */
export async function cookieOf(parts: Parts, workspaceId: string, person: SessionOwner): Promise<string> {
  const session = await inWorkspace(parts.db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, person, null))
  return session.split(';')[0] ?? ''
}

/**
 * Pages of the built bundle, rendered in this process, so that a test can set the clock.
 * @returns makes a reader for a person, signed in at the clock's present moment
 */
export async function bundlePages(
  parts: Parts,
): Promise<(workspaceId: string, person: SessionOwner) => Promise<Reader>> {
  const answer = await bundleAnswer()
  return async (workspaceId, person) => {
    const cookie = await cookieOf(parts, workspaceId, person)
    return {
      async open(path, { cookie: another } = {}) {
        const request = new Request(new URL(path, parts.environment.appUrl), {
          headers: { cookie: another ? `${cookie}; ${another}` : cookie },
        })
        const response = await answer(request, { parts, requestId: 'test', cspNonce: 'test' })
        return { path, status: response.status, html: await response.text() }
      },
    }
  }
}

/**
 * Opens every page that can be reached from these by links, each once.
 * @param skips paths not to follow, such as those of other plans
 * @param most pages, as a bound
 * @param mostAlike of the pages whose addresses differ in ids and queries alone, so many are opened
 */
export async function crawl(
  { open }: Reader,
  from: readonly string[],
  { skips, most = 400, mostAlike = Infinity }: { skips?: RegExp; most?: number; mostAlike?: number } = {},
): Promise<OpenedPage[]> {
  const seen = new Set(from)
  const opened: OpenedPage[] = []
  const alike = new Map<string, number>()
  for (const path of seen) {
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '')
    alike.set(kind, (alike.get(kind) ?? 0) + 1)
    if ((alike.get(kind) ?? 0) > mostAlike) continue
    const page = await open(path)
    opened.push(page)
    if (opened.length > most)
      throw new Error(`There are more than ${most} pages to be reached from ${from.join(', ')}.`)
    for (const [, href = ''] of page.html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const to = href.replaceAll('&amp;', '&').split('#')[0] ?? ''
      if (to.startsWith('/') && !skips?.test(to)) seen.add(to)
    }
  }
  return opened
}

/** The visible and spoken text of a page: its texts and the labels, titles and values of its controls. */
export function wordsIn(html: string): string {
  const spoken = [...html.matchAll(/\s(?:aria-label|title|alt|value|placeholder)="([^"]*)"/g)].map(([, words]) => words)
  const text = html.replace(/<(script|style)\b[^]*?<\/\1>|<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ')
  return [text, ...spoken]
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}
