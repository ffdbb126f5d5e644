import type { LinkDescriptor } from '@remix-run/node'
import inter from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url'
import look from './look.css?url'

/** The stylesheet, the font that the first line needs, and the icon in the tab. */
export const lookLinks: LinkDescriptor[] = [
  { rel: 'preload', href: inter, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: look },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]
