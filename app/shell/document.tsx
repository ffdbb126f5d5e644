import { Links, Meta, Scripts, ScrollRestoration } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/kit/paths.ts'
import { noteEarlyTyping } from './early-typing.tsx'
import { useNonce, useRequestId } from '#app/kit/request-context.tsx'

/** The document around every page, with the workspace's colour if it has one. Scripts carry the nonce of their request; the page also works without them. */
export function Document({ accent, children }: { accent: string | null; children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: noteEarlyTyping }} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf9f6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15171a" media="(prefers-color-scheme: dark)" />
        <meta name="robots" content="noindex" />
        <meta name="request-id" content={useRequestId()} />
        <Meta />
        <Links />
        {accent && <link rel="stylesheet" href={paths.look(accent)} />}
      </head>
      <body>
        <div id="frame">{children}</div>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
