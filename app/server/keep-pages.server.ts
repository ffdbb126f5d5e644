import type { IncomingHttpHeaders } from 'node:http'
import { matchesHash, readCookies } from '#app/access/core/secret-cookies.server.ts'
import { mustNoteUse } from '#app/access/core/live-session.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { carriesOutcome } from '#app/runner/outcome-cookie.server.ts'
import { findPageSubject } from './find-page-subject.ts'
import { findPageRevision } from './page-revision.server.ts'
import { type FilledPage, type PageTemplate, templateOf } from './page-template.ts'

/** A request as Node has it: making a `Request` of it takes longer than answering with a kept page. */
export type PageRequest = { method: string; originalUrl: string; headers: IncomingHttpHeaders }

/** A kept page for one request, in bytes, which a `Response` would copy three times on their way out. */
export type KeptPage = { headers: [string, string][]; page: FilledPage }

type Answer = (context: ServerContext) => Promise<Response>

/** A page as it was made for one reader. */
type Kept = { revision: string; template: PageTemplate; headers: [string, string][] }

/** A page that is asked for: its reader and address, and the revision that it has now. */
type Wanted = { place: string; revision: string }

/** No one asks for more languages by hand. */
const longestLanguages = 100

/**
 * Answers with a page as it was made before where nothing that it shows has changed since, for the same person with the same rights:
 * one query says so, which also finds whether the session still lasts. Everything else is made by `answer`. A page is kept under the
 * revision that was read before it was made: what changes meanwhile changes that for good, so a page is never older than what it is kept under.
 * @param mostBytes of all pages kept; those that were asked for longest ago go first
 */
export function keepPages(mostBytes: number) {
  const kept = new Map<string, Kept>()
  /** Pages that are being made, by place and revision: who asks for the same meanwhile waits for it. */
  const making = new Map<string, Promise<unknown>>()
  let bytes = 0

  const forget = (place: string) => {
    bytes -= kept.get(place)?.template.bytes ?? 0
    kept.delete(place)
  }
  const keep = (place: string, page: Kept) => {
    forget(place)
    kept.set(place, page)
    bytes += page.template.bytes
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  /** @param known where the page is kept, if it may be */
  const make = async (known: Wanted | undefined, context: ServerContext, answer: Answer): Promise<Response> => {
    const formKey = newId()
    let mayBeKept = false
    const response = await answer({ ...context, keeping: { formKey, keep: () => void (mayBeKept = true) } })
    if (!known || !mayBeKept || response.status !== 200 || response.headers.has('set-cookie')) return response
    const text = await response.text()
    const headers = [...response.headers]
    const template = templateOf(text, { ...context, formKey })
    keep(known.place, { revision: known.revision, template, headers })
    return new Response(text, { headers })
  }

  /** What a request asks for, if it may be kept. Where the database cannot say, the page itself tells what is wrong. */
  const wantedBy = async (request: PageRequest, context: ServerContext): Promise<Wanted | undefined> => {
    const asked = askedFor(request, context)
    const found = asked && (await findKnown(asked, context).catch(() => undefined))
    return found && { place: `${found.readerId} ${request.originalUrl} ${asked.languages}`, revision: found.revision }
  }
  const keptAs = ({ place, revision }: Wanted): Kept | undefined => {
    const page = kept.get(place)
    if (page?.revision !== revision) return undefined
    keep(place, page)
    return page
  }
  const keyOf = ({ place, revision }: Wanted) => `${place} ${revision}`
  const makeOnce = (wanted: Wanted, context: ServerContext, answer: Answer): Promise<Response> => {
    const key = keyOf(wanted)
    const made = make(wanted, context, answer).finally(() => making.delete(key))
    making.set(
      key,
      made.catch(() => undefined),
    )
    return made
  }

  return {
    async answer(request: PageRequest, context: ServerContext, answer: Answer): Promise<Response | KeptPage> {
      const wanted = await wantedBy(request, context)
      if (!wanted) return make(undefined, context, answer)
      await making.get(keyOf(wanted))
      const page = keptAs(wanted)
      if (!page) return makeOnce(wanted, context, answer)
      return { headers: page.headers, page: fillFor(page, context) }
    },

    /** Fills the page for one who shows it, as often as it is called; undefined where it cannot be kept. */
    async find(request: PageRequest, context: ServerContext, answer: Answer): Promise<(() => FilledPage) | undefined> {
      const wanted = await wantedBy(request, context)
      if (!wanted) return undefined
      await making.get(keyOf(wanted))
      if (!keptAs(wanted)) await makeOnce(wanted, context, answer)
      const page = keptAs(wanted)
      return page && (() => fillFor(page, context))
    },
  }
}

const fillFor = ({ template }: Kept, context: ServerContext): FilledPage =>
  template.fill({ ...context, formKey: newId() }, context.parts.clock.now())

/** What is asked for, where a kept page can answer it: a browser that is signed in once, and that no form has led here. */
function askedFor({ method, originalUrl, headers }: PageRequest, { parts }: ServerContext) {
  if (method !== 'GET') return undefined
  const covered = findPageSubject(originalUrl)
  const languages = headers['accept-language'] ?? ''
  if (!covered || languages.length > longestLanguages) return undefined
  const request = { headers: new Headers({ cookie: headers.cookie ?? '' }) }
  const [cookie, ...others] = readCookies(request, parts.environment.appUrl, 'firstwin')
  if (!cookie || others.length > 0 || carriesOutcome(parts, request)) return undefined
  return { covered, languages, cookie }
}

type Asked = NonNullable<ReturnType<typeof askedFor>>

/** Who asks, and the revision of the page; undefined where the page has more to do than to be shown. */
async function findKnown({ cookie, covered }: Asked, { parts }: ServerContext) {
  const found = await findPageRevision(parts, cookie, covered)
  const isReader = found && matchesHash(cookie.secret, found.secretHash) && !mustNoteUse(found, parts.clock.now())
  return isReader ? found : undefined
}
