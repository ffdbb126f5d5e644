import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RequestHandler, Response } from 'express'

/** Where a request goes, found once and by Remix's own matcher, so that no check before Remix disagrees with it. */
export type RequestTarget = {
  /** The matched line of app/routes.ts, such as `plans/:planId/events`; undefined where no route answers. */
  pattern: string | undefined
  /** Asked for as a page's bare data (`.data`). */
  isData: boolean
  /** Its answer never ends, as the route says by `handle.endless`. */
  isEndless: boolean
  /** It reads what is posted as it arrives, as the route says by `handle.streamed`. */
  isStreamed: boolean
}

type Routes = ServerBuild['routes']
type RouteNode = { id: string; path?: string; index?: boolean; caseSensitive?: boolean; children: RouteNode[] }

const trees = new WeakMap<Routes, RouteNode[]>()

function treeOf(routes: Routes): RouteNode[] {
  const known = trees.get(routes)
  if (known) return known
  const below = (parentId: string | undefined): RouteNode[] =>
    Object.values(routes).flatMap((route) => {
      if (!route || (route.parentId || undefined) !== parentId) return []
      const { id, path, index, caseSensitive } = route
      return [
        {
          id,
          ...(path === undefined ? {} : { path }),
          ...(index === undefined ? {} : { index }),
          ...(caseSensitive === undefined ? {} : { caseSensitive }),
          children: index ? [] : below(id),
        },
      ]
    })
  const tree = below(undefined)
  trees.set(routes, tree)
  return tree
}

const matchesOf = ({ routes, basename }: Pick<ServerBuild, 'routes' | 'basename'>, path: string) =>
  matchRoutes(treeOf(routes) as Parameters<typeof matchRoutes>[0], path, basename) as { route: RouteNode }[] | null

/** Of the address of a page's bare data, that of the page. */
const pageOfData = (path: string) => withoutData(path).replace(/^\/_root$/, '/')

/** The routes that addresses of a pattern and those above them lead to: all that Remix tells the browser with such a page. */
export function findRoutesAround(build: ServerBuild, pattern: string): ReadonlySet<string> {
  const path = '/' + pattern.replaceAll(/:\w+/g, 'x')
  const around = [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index) || '/')
  return new Set(around.flatMap((it) => matchesOf(build, it)?.map(({ route }) => route.id) ?? []))
}

/** Where a browser asks which routes the addresses on its page lead to. Remix answers it by itself, from all routes. */
export const manifestPath = '/__manifest'

/** The target of a path, as `createRequestHandler` of Remix 2 finds it: `.data` taken off, then matched. */
export function findTarget({ routes, basename, future }: ServerBuild, pathname: string): RequestTarget {
  if (pathname === manifestPath) return { pattern: undefined, isData: false, isEndless: false, isStreamed: false }
  const isData = future.v3_singleFetch && pathname.endsWith('.data')
  const matches = matchesOf({ routes, basename }, isData ? pageOfData(pathname) : pathname)
  const leaf = matches?.at(-1)?.route
  if (!matches || !leaf) return { pattern: undefined, isData, isEndless: false, isStreamed: false }
  return {
    pattern: matches.flatMap(({ route }) => route.path || []).join('/'),
    isData,
    isEndless: says(routes[leaf.id]?.module.handle, 'endless'),
    isStreamed: says(routes[leaf.id]?.module.handle, 'streamed'),
  }
}

const says = (handle: unknown, what: string) =>
  typeof handle === 'object' && handle !== null && what in handle && Reflect.get(handle, what) === true

/** Whether programs ask here, with a key and no cookie. */
export const isForPrograms = ({ pattern }: RequestTarget): boolean =>
  pattern !== undefined && /^api(\/|$)/.test(pattern)

/** The path of a request's target, without its query. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? ''

const withoutData = (path: string) => path.replace(/\.data$/, '')

/** Whether an address is plain, unreadable, or ambiguous (or costly to match). */
export type AddressReading = 'plain' | 'unreadable' | 'roundabout'

const here = 'http://firstwin.invalid'

/** Parts between slashes: no route has more than six, and Remix matches an address and every one above it. */
const mostParts = 30

/**
 * Whether an address is unambiguous. Dot segments, backslashes, encoded slashes and double encoding are read differently by
 * different programs, so nothing here answers to them (RFC 3986, 6.2.2 and 7.3).
 * @param target of the request line, as received
 */
export function readAddress(target: string): AddressReading {
  const path = pathOf(target)
  if (!path.startsWith('/') || !URL.canParse(here + target)) return 'unreadable'
  if (path.split('/').length > mostParts) return 'roundabout'
  // `_data` is how older builds of Remix asked; it writes an error to the log for each.
  if (new URL(here + target).searchParams.has('_data')) return 'unreadable'
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return 'unreadable'
  }
  // A NUL character reaches PostgreSQL as an error of its own.
  if (/\p{Cc}/u.test(decoded) || target.includes('%00')) return 'unreadable'
  // Without its `.data` the last segment may be a dot segment only then.
  const isNormal = [path, withoutData(path)].every((it) => new URL(here + it).pathname === it)
  return isNormal && !/%(2f|5c)/i.test(path) && !/%[0-9a-f]{2}/i.test(decoded) ? 'plain' : 'roundabout'
}

const targets = new WeakMap<Response, RequestTarget>()

/** @throws Error when the request did not come through `noteTarget` */
export function targetOf(res: Response): RequestTarget {
  const target = targets.get(res)
  if (!target) throw new Error('The request has no target.')
  return target
}

/** Where it goes, or undefined for what was answered before anyone asked. */
export const findTargetOf = (res: Response): RequestTarget | undefined => targets.get(res)

/** Matching takes 0.1 to 0.3 ms, half as long as to answer with a kept page. Longer paths are no plan's. */
const remembered = { paths: 5_000, longest: 120 }

/** Stores the target of a request for everything that decides after it. */
export function noteTarget(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const known = new Map<string, RequestTarget>()
  const recall = (current: ServerBuild, path: string) => {
    const target = known.get(path) ?? findTarget(current, path)
    if (known.size >= remembered.paths) known.clear()
    if (path.length <= remembered.longest) known.set(path, target)
    return target
  }
  return (req, res, next) => {
    const path = pathOf(req.originalUrl)
    const note = (target: RequestTarget) => {
      targets.set(res, target)
      next()
    }
    if (typeof build === 'function') build().then((current) => note(findTarget(current, path)), next)
    else note(recall(build, path))
  }
}
