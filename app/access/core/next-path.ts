import { matchRoutes } from '@remix-run/react'
import { type PageUrl, pageRules } from '#app/policy/policy.ts'
import { isUuid } from '#app/kit/ids.ts'

const here = 'http://firstwin.invalid'
const pages = Object.keys(pageRules).map((path) => ({ path }))

/** Paths that no one is sent to after signing in: the sign-in pages themselves, and what is not a page. */
const notAfterSignIn: readonly string[] = [
  'healthz',
  'readyz',
  'sign-in',
  'sign-in/code',
  'sign-in/passkey',
  'passkeys/options',
  'sign-out',
  'faults',
  'link/:token',
  'sso/:workspaceId/start',
  'sso/:workspaceId/callback',
  'sso/:workspaceId/continue',
  'logos/:logo',
  'look/:sheet',
  'plans/export',
  'plans/:planId/export/file',
  'plans/:planId/events',
  'plans/:planId/editing',
  'shared/:shared/picture',
  'plans/:planId/card/picture',
  'plans/:planId/calls/:requestId/file',
  'plans/:planId/forecast/input',
  'plans/:planId/try/material',
  'plans/:planId/files/:fileId',
  'plans/:planId/tasks/:taskId/beside',
  'plans/:planId/tasks/:taskId/choices',
  'workspace/security/export',
  'workspace/data/:personId/export',
  'profile/export',
  'plans/:planId/your-data/export',
  'references/credit/export',
  'references/export',
  'plans/:planId/reference/logo',
  'api/v1/schedule',
  'api/mail-events',
  'calendar/:feed',
  'plans/:planId/tasks/:taskId/calendar',
  '*',
] satisfies PageUrl[]

/** The page that a path leads to, as the router finds it: it ignores case, encoding and a slash at the end. */
function pageAt(pathname: string) {
  try {
    decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  return matchRoutes(pages, pathname)?.[0]
}

/** The plan that a path leads into. */
export function planIdInPath(path: string | undefined): string | undefined {
  const { planId } = (path?.startsWith('/') && pageAt(path.split(/[?#]/, 1)[0] ?? '')?.params) || {}
  return planId && isUuid(planId) ? planId : undefined
}

/** A path of this site that someone may be led to after signing in; anything else is nothing. */
export function nextPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 500) return undefined
  if (value.startsWith('//') || /[\\\p{Cc}]/u.test(value)) return undefined
  const url = URL.canParse(value, here) ? new URL(value, here) : undefined
  if (url?.origin !== here) return undefined
  const page = pageAt(url.pathname)?.route.path
  if (page === undefined || notAfterSignIn.includes(page)) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
