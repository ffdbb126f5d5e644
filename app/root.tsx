import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { settingCookies } from '#app/access/core/secret-cookies.server.ts'
import { findOwnPlans } from '#app/access/participants/find-person.server.ts'
import { findViewer, hasSeveralSessions } from '#app/access/core/find-viewer.server.ts'
import { presentWorkspace } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { Document } from '#app/shell/document.tsx'
import { useDraftsOfOthersEnded } from '#app/shell/end-drafts.ts'
import { Frame } from '#app/shell/frame.tsx'
import { useShownPage } from '#app/shell/hold-loads.ts'
import { errorTitleWords } from '#app/shell/error-title-words.ts'
import { lookLinks } from '#app/shell/look-links.ts'
import { findOutcome } from '#app/shell/find-outcome.server.ts'
import { useTopOfNextPage } from '#app/shell/use-top-of-next-page.ts'
import type { ShellViewer } from '#app/shell/shell-viewer.ts'
import { DrawnFor } from '#app/ui/drawn-for.ts'
import { type Outcome, OutcomeContext, useKeptOutcome } from '#app/ui/outcome.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { DraftsOf } from '#app/ui/use-draft.ts'
import { pageTitle } from '#app/ui/page-title.ts'

export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'
export const links: LinksFunction = () => lookLinks
export const meta: MetaFunction = ({ error }) => [{ title: pageTitle(error ? errorTitle(error) : undefined) }]

const ErrorPage = lazyPart('error-page', async () => (await import('#app/shell/error-page.tsx')).ErrorPage)

const errorTitle = (error: unknown) => errorTitleWords(isRouteErrorResponse(error) ? error.status : 500)

type Shown = { viewer: ShellViewer | null; outcome: Outcome | null }

/**
 * The person that the frame greets, if anyone is signed in, and what the form that led here has to say. A browser that is signed in to several
 * workspaces works on in the one whose page it opened last.
 */
export async function loader({ request, context: { parts, keeping } }: LoaderFunctionArgs) {
  const viewer = await findViewer(parts, request)
  const said = await findOutcome(parts, request, viewer?.actor)
  const outcome = said?.outcome ?? null
  const ended = said ? [said.end] : []
  if (!viewer) return data<Shown>({ viewer: null, outcome }, { headers: settingCookies(ended) })
  const { actor, workspace } = viewer
  const among = hasSeveralSessions(parts, request) ? actor.workspaceId : null
  const headers = settingCookies(among ? [presentWorkspace(parts, among), ...ended] : ended)
  const own = actor.kind === 'participant' ? await findOwnPlans(parts, actor) : []
  const plans = own.length > 1 ? own.map(({ id, project }) => ({ id, project })) : []
  const shown: ShellViewer = {
    id: actor.id,
    kind: actor.kind,
    name: actor.name,
    among,
    plans,
    workspace,
    emailsAreHeld: viewer.emailsAreHeld,
    formKey: keeping?.formKey ?? newId(),
  }
  return data<Shown>({ viewer: shown, outcome }, { headers })
}

/** Around every page, error pages too. */
export const Layout = ({ children }: { children: ReactNode }) => (
  <Document accent={useViewer()?.workspace.accent ?? null}>{children}</Document>
)

const useViewer = (): ShellViewer | null => useRouteLoaderData<typeof loader>('root')?.viewer ?? null

/** The frame, and what a page's forms go by: the person that it was drawn for. */
function Framed({ children }: { children: ReactNode }) {
  const viewer = useViewer()
  const outcome = useKeptOutcome(useRouteLoaderData<typeof loader>('root')?.outcome ?? null)
  useTopOfNextPage()
  return (
    <DrawnFor.Provider value={viewer?.among ?? null}>
      <DraftsOf.Provider value={viewer?.id ?? null}>
        <OutcomeContext.Provider value={outcome}>
          <Frame viewer={viewer}>{children}</Frame>
        </OutcomeContext.Provider>
      </DraftsOf.Provider>
    </DrawnFor.Provider>
  )
}

export default function App() {
  useDraftsOfOthersEnded(useViewer())
  useShownPage()
  return (
    <Framed>
      <Outlet />
    </Framed>
  )
}

export function ErrorBoundary() {
  return (
    <Framed>
      <ErrorPage viewer={useViewer()} />
    </Framed>
  )
}
