import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { useNonce, useRequestId } from '#app/kit/request-context.tsx'

export default function Root() {
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="request-id" content={useRequestId()} />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
