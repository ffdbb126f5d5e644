// @vitest-environment node
import { Link as RoutedLink } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import { expect, test } from 'vitest'
import { WrittenLink } from './page-link.tsx'

const links: ComponentProps<typeof WrittenLink>[] = [
  { to: '/plans/1/tasks/2?show=mine#owner', className: 'btn', 'aria-label': 'Open', children: 'Open' },
  { to: '/plans', discover: 'none', replace: true, preventScrollReset: true, dir: 'auto', children: <b>Plans</b> },
  { to: '/plans', reloadDocument: true, children: 'Plans' },
  { to: '?show=mine', children: 'Mine' },
  { to: '..', children: 'Back' },
  { to: { pathname: '/plans', search: '?page=2' }, children: 'Next' },
  { to: 'https://brightline.example/terms', children: 'Terms' },
]

test.each(links)('the server writes a link to $to as Remix does', (link) => {
  const written = (Written: typeof WrittenLink | typeof RoutedLink) =>
    renderToString(
      <StaticRouter location="/plans/1">
        <Written {...link} />
      </StaticRouter>,
    )
  expect(written(WrittenLink)).toBe(written(RoutedLink))
})
