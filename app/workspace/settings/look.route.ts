import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { accentCss } from '#app/ui/accent.ts'
import { settingsRefusals } from './settings-words.ts'

/**
 * The stylesheet of one colour, `/look/1f4e46.css`: what it says follows from its address alone, so browsers keep it, and it tells
 * nothing of whose colour it is. A file of its own, since no page may carry styles in it.
 */
export function loader({ params }: LoaderFunctionArgs) {
  const [, colour] = /^([0-9a-f]{6})\.css$/.exec(params['sheet'] ?? '') ?? []
  if (!colour) throw data({ message: settingsRefusals.noStylesheet }, { status: 404 })
  return new Response(accentCss(`#${colour}`), {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
