import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { ReferenceState } from './reference-state.tsx'

it('says to a member in one line how the reference stands, whatever the champion answered', async () => {
  for (const [answer, words] of [
    ['not asked', 'Reference: not asked yet, nothing may be used.'],
    ['later', 'Reference: asked, will decide later.'],
    ['no', 'Reference: declined, nothing may be used.'],
    ['agreed', 'Reference: agreed, within limits.'],
  ] as const) {
    await renderPage(<ReferenceState answer={answer} />)
    expect(textOf()).toBe(`${words} See on the board`)
    expect(screen.getByRole('link', { name: 'See on the board' })).toHaveAttribute('href', '/references')
  }
})
