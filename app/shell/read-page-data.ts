import { RemixBrowser } from '@remix-run/react'

/**
 * In the browser, before React takes over: reads the data that came with the page. Remix reads it the first time it draws, and until then throws a
 * promise that no boundary above it catches. A key pressed meanwhile makes React draw at once, and it then ends with its error 345.
 */
export async function readPageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}
