import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { RemixBrowser } from '@remix-run/react'
import { RequestContext, readRequestContext, rememberFaults } from '#app/kit/request-context.tsx'
import { provideSessionStorage } from '#app/shell/provide-session-storage.ts'
import { KeepEarlyTyping } from '#app/shell/early-typing.tsx'
import { keepFocus } from '#app/shell/keep-focus.ts'
import { endDraftsAtSignOut } from '#app/shell/end-drafts.ts'
import { endureForeignNodes, setForeignNodesAside } from '#app/shell/foreign-nodes.ts'
import { holdLoads } from '#app/shell/hold-loads.ts'
import { readPageData } from '#app/shell/read-page-data.ts'
import { loadDrawnParts } from '#app/ui/lazy-part.tsx'

provideSessionStorage()
rememberFaults()
holdLoads()
endDraftsAtSignOut()
endureForeignNodes()
setForeignNodesAside()
keepFocus()

void Promise.all([readPageData(), loadDrawnParts()]).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RequestContext.Provider value={readRequestContext()}>
          <KeepEarlyTyping>
            <RemixBrowser />
          </KeepEarlyTyping>
        </RequestContext.Provider>
      </StrictMode>,
      {
        // An extension got between: React draws the page again by itself. Where none did, the browser tests fail on these words.
        // eslint-disable-next-line no-console -- no error, and no one's to act on but a developer's
        onRecoverableError: (error) => console.warn('The page was drawn again:', error),
      },
    )
  }),
)
