import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { Frame } from './frame.tsx'
import type { ShellViewer } from './shell-viewer.ts'

const viewer: ShellViewer = {
  ...{ id: 'm', kind: 'member', name: 'Mara Keller', among: null, plans: [], emailsAreHeld: false, formKey: 'k' },
  workspace: { name: 'Brightline', logo: null, accent: null },
}

test.each([
  ['/plans', 'Plans'],
  ['/plans/p', 'Plans'],
  ['/plans/p/reference-data', 'Plans'],
  ['/references', 'References'],
  ['/references/library', 'References'],
  ['/plans/p/library', 'References'],
  ['/plans/p/reference/use', 'References'],
  ['/workspace', 'Workspace'],
])('at %s the navigation marks %s alone', async (path, name) => {
  await renderPage(<Frame viewer={viewer}>.</Frame>, path)
  const marked = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')
  expect(marked.map((link) => link.textContent)).toEqual([name])
})
