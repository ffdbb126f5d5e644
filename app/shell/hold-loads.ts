import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { takeOutcomeName } from '#app/ui/next-outcome.ts'
import { namingOutcome } from '#app/ui/outcome-name.ts'
import { takeRefresh } from '#app/ui/use-refresh.ts'
import { preloadPages } from './preload-pages.ts'
import { noteLoad, untilLoaded, type WhyWaiting } from './waiting-loads.ts'

/** The address of the page on show; null while that is an error page, which no one types on. */
let onShow: { pathname: string; search: string } | null = null

/** Keeps the current page: the browser's address is already that of the next page when someone goes back. */
export function useShownPage() {
  const { pathname, search } = useLocation()
  useEffect(() => {
    onShow = { pathname, search }
    return () => {
      onShow = null
    }
  }, [pathname, search])
}

/**
 * In the browser: what Remix asks for to show a page waits for an answer, however often it has to ask, instead of failing. Remix would
 * put the error page in the place of a page that someone reads or types on, also for a refresh that no one asked for.
 */
export function holdLoads() {
  noteLoad()
  const fetchAsBefore = window.fetch
  window.fetch = (input, init) => {
    const ask = () => fetchAsBefore(input, init)
    if (!(input instanceof URL)) return ask()
    if (input.pathname === '/__manifest') return loadManifest(input, ask, init?.signal)
    if (!input.pathname.endsWith('.data')) return ask()
    if ((init?.method ?? 'GET') !== 'GET') return post(ask)
    const askedFor = withOutcomeName(input)
    return loadData(input, () => fetchAsBefore(askedFor, init), init?.signal)
  }
}

type Signal = AbortSignal | null | undefined

async function loadData(url: URL, ask: () => Promise<Response>, signal: Signal): Promise<Response> {
  const isRefresh = isOnShow(url)
  const isUnasked = takeRefresh() && isRefresh
  const response = await untilLoaded({
    what: isRefresh ? 'refresh' : 'next page',
    ask,
    whyNot: (it) => (isRefresh ? whyNotRefreshed(it, isUnasked) : whyNotOpened(it)),
    signal,
  })
  if (response.ok) noteLoad()
  return response
}

/** A post that was too large was refused before anything of ours could answer with data; sending it again would not help. */
async function post(ask: () => Promise<Response>): Promise<Response> {
  const response = await ask()
  if (response.status !== 413 || isOurs(response)) return response
  const message = 'This is too large to send at once. Please shorten the text or choose a smaller file.'
  // In the form in which Remix hands on what a server refused.
  throw Object.assign(new Error(message), { status: 413, statusText: '', internal: false, data: { message } })
}

/** Where a page's links lead. Remix asks ahead, with no signal, and again when one is followed; only then someone waits. */
async function loadManifest(url: URL, ask: () => Promise<Response>, signal: Signal): Promise<Response> {
  if (isKnown(url)) return Response.json({})
  const response = await (signal
    ? untilLoaded({ what: 'next page', ask, whyNot: ({ status }) => (status >= 500 ? 'no answer' : null), signal })
    : ask())
  preloadPages()
  return response
}

/**
 * Whether only the page on show is asked for. Remix asks where it leads before it posts there, though it was opened by that very address:
 * offline a post would wait for that instead of failing at once.
 */
const isKnown = (manifest: URL): boolean => manifest.searchParams.getAll('p').every((path) => path === onShow?.pathname)

/** The page that a load of data is for. */
const pageOf = ({ pathname }: URL): string => (pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, ''))

/** The load of a page that a form led to asks for what that form did; its address does not. */
function withOutcomeName(data: URL): URL {
  const name = takeOutcomeName(pageOf(data))
  return name === null ? data : new URL(namingOutcome(`${data.pathname}${data.search}`, name), data)
}

/** Whether a load of data is for the page on show. */
function isOnShow(data: URL): boolean {
  if (!onShow) return false
  const { pathname, search } = onShow
  const asked = new URLSearchParams(data.search)
  asked.delete('_routes')
  return (
    pageOf(data) === (pathname === '/' ? '/' : pathname.replace(/\/$/, '')) &&
    asked.toString() === new URLSearchParams(search).toString()
  )
}

/** What our server answers with is data. */
const isOurs = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/x-script') === true

const whyRefused: Partial<Record<number, WhyWaiting>> = { 401: 'signed out', 403: 'not allowed', 404: 'gone' }

/** What follows upon something the reader did takes a refusal as well: it may be what came of it. */
function whyNotRefreshed(response: Response, isUnasked: boolean): WhyWaiting | null {
  const { status } = response
  if (!isOurs(response)) return whyRefused[status] ?? 'no answer'
  if (status >= 500 || status === 429) return 'no answer'
  return isUnasked && status >= 400 ? (whyRefused[status] ?? 'gone') : null
}

function whyNotOpened(response: Response): WhyWaiting | null {
  // An answer without data is some other server's, such as a network's sign-in page.
  return isOurs(response) || (response.status >= 400 && response.status < 500) ? null : 'no answer'
}
