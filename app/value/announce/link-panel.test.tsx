import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { LinkPanel } from './link-panel.tsx'

const panel = (isOn: boolean, link: string | null) =>
  renderPage(
    <LinkPanel
      isOn={isOn}
      link={link}
      words={{ title: 'Link', off: 'It is off.', on: 'It is on.' }}
      switchOn={<button type="button">On</button>}
      switchOff={<button type="button">Off</button>}
    />,
  )

test('a link that is on without an address says how to get a new one, and can be switched off', async () => {
  await panel(true, null)
  expect(screen.getByText('It is on.')).toBeInTheDocument()
  expect(screen.getByText(/Switch it off and on to get a new link/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Off' })).toBeInTheDocument()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a link that is on shows its address, and one that is off only its switch', async () => {
  await panel(true, 'https://a.example/shared/1')
  expect(screen.getByText('https://a.example/shared/1')).toBeInTheDocument()
  await panel(false, null)
  expect(screen.getByText('It is off.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Off' })).toBeNull()
})
