import { cleanup } from '@testing-library/react'
import { afterAll } from 'vitest'

// As `vitest-clean-up.ts`, for the one document of a worker.
afterAll(() => {
  cleanup()
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name)
  document.head.replaceChildren()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})
