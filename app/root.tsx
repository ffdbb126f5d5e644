import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findViewer } from './access/session.server.ts'
import { newId } from './kit/ids.ts'
import { Document } from './shell/document.tsx'
import { ErrorPage } from './shell/error-page.tsx'
import { Frame } from './shell/frame.tsx'
import { errorWords } from './shell/error-words.ts'
import { lookLinks } from './shell/look-links.ts'
import type { ShellViewer } from './shell/viewer.ts'
import { pageTitle } from './ui/page-title.ts'

export const links: LinksFunction = () => lookLinks
export const meta: MetaFunction = ({ error }) => [{ title: error ? pageTitle(errorTitle(error)) : 'Firstwin' }]

const errorTitle = (error: unknown) => errorWords(isRouteErrorResponse(error) ? error.status : 500).title

/** Whom the frame greets; nobody's session is a fault here, since error pages are framed too. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<{ viewer: ShellViewer | null }> {
  const viewer = await findViewer(context.parts, request)
  if (!viewer) return { viewer: null }
  const { actor, workspace } = viewer
  return { viewer: { kind: actor.kind, name: actor.name, workspace, formKey: newId() } }
}

/** Around every page, error pages too. */
export const Layout = ({ children }: { children: ReactNode }) => (
  <Document accent={useViewer()?.workspace.accent ?? null}>{children}</Document>
)

const useViewer = (): ShellViewer | null => useRouteLoaderData<typeof loader>('root')?.viewer ?? null

export default function App() {
  return (
    <Frame viewer={useViewer()}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame viewer={useViewer()}>
      <ErrorPage />
    </Frame>
  )
}
