import '@testing-library/jest-dom/vitest'
import { act, cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { vi } from 'vitest'

// A part that is loaded on demand is awaited, however busy the machine is.
configure({ asyncUtilTimeout: 20_000 })

/**
 * Shows a component in an empty document, inside the router that links and forms need; without loaders, but with the parts whose script comes on
 * demand. Tests find its parts by role and accessible name, with `screen` of Testing Library.
 */
export async function renderPage(element: ReactNode, path = '/'): Promise<void> {
  cleanup()
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [path] })
  await act(async () => void render(<RouterProvider router={router} future={{ v7_startTransition: true }} />))
  await act(() => vi.dynamicImportSettled())
}

/** The text of an element as a reader sees it: texts of different elements are separated. */
export function textOf(element: Element = document.body): string {
  const text = (node: Node): string =>
    node.nodeType === node.TEXT_NODE ? (node.nodeValue ?? '') : ` ${[...node.childNodes].map(text).join('')} `
  return text(element).replace(/\s+/g, ' ').trim()
}

/** What a form would post when one of its controls sends it: its hidden fields, and the value of a button that has a name. */
export function postedBy(control: HTMLElement): Record<string, unknown> {
  const button = control instanceof HTMLButtonElement ? control : null
  const form = button?.form ?? control.closest('form')
  return {
    ...Object.fromEntries(new FormData(form ?? undefined)),
    ...(button?.name && { [button.name]: button.value }),
  }
}
