import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { RemixBrowser } from '@remix-run/react'
import { RequestContext, readRequestContext, rememberFaults } from '#app/kit/request-context.tsx'

rememberFaults()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestContext.Provider value={readRequestContext()}>
        <RemixBrowser />
      </RequestContext.Provider>
    </StrictMode>,
  )
})
