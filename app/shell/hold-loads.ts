import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { dataVersion, dataVersionHeader } from '#app/kit/data-version.ts'
import { takeOutcomeName } from '#app/ui/next-outcome.ts'
import { namingOutcome } from '#app/ui/outcome-name.ts'
import { takeRefresh } from '#app/ui/use-refresh.ts'
import { preloadPages } from './preload-pages.ts'
import { noteLoad, untilLoaded, type WhyWaiting } from './waiting-loads.ts'
import { waitingBannerWords } from './waiting-banner-words.ts'

/** The address of the current page; null while it is an error page, which has no form. */
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
 * In the browser: Remix's requests for page data wait and retry instead of failing. Otherwise Remix would replace the page that someone
 * reads or types on with the error page, even for a refresh that the reader did not ask for.
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
  const refresh = takeRefresh()
  if (refresh?.page && isRefresh && !url.search && refresh.path === pageOf(url)) {
    noteLoad()
    return new Response(refresh.page)
  }
  const isUnasked = refresh !== null && isRefresh
  const response = await untilLoaded({
    what: isRefresh ? 'refresh' : 'next page',
    ask,
    whyNot: (it) => whyNotRead(it) ?? (isRefresh ? whyNotRefreshed(it, isUnasked) : whyNotOpened(it)),
    signal,
  })
  if (response.ok) noteLoad()
  return response
}

/** A post that was too large was refused before anything of ours could answer with data; sending it again would not help. */
async function post(ask: () => Promise<Response>): Promise<Response> {
  const response = await ask()
  if (response.status !== 413 || isOurs(response)) return response
  const message = waitingBannerWords.tooLarge
  // In the shape in which Remix passes on a refusal.
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

/** Our server answers with data. */
const isOurs = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/x-script') === true

/** Data that this page's script may not be able to read would lead to the error page. A server that says no version is of none before. */
const whyNotRead = ({ headers }: Response): WhyWaiting | null =>
  (headers.get(dataVersionHeader) ?? dataVersion) === dataVersion ? null : 'outdated'

const whyRefused: Partial<Record<number, WhyWaiting>> = { 401: 'signed out', 403: 'not allowed', 404: 'gone' }

/** A load after something the reader did accepts a refusal too: it may be the result. */
function whyNotRefreshed(response: Response, isUnasked: boolean): WhyWaiting | null {
  const { status } = response
  if (!isOurs(response)) return whyRefused[status] ?? 'no answer'
  if (status >= 500 || status === 429) return 'no answer'
  return isUnasked && status >= 400 ? (whyRefused[status] ?? 'gone') : null
}

function whyNotOpened(response: Response): WhyWaiting | null {
  // An answer without data comes from another server, such as a network's sign-in page.
  return isOurs(response) || (response.status >= 400 && response.status < 500) ? null : 'no answer'
}
