import type { Plugin } from 'vite'
import options from './remix.config.js'

const {
  v3_fetcherPersist = false,
  v3_relativeSplatPath = false,
  v3_singleFetch = false,
  ...others
} = options.future ?? {}

/** The flags that Remix asks, and those that it gives its router (`RemixBrowser`). */
const flags: Record<string, boolean> = {
  ...others,
  v3_fetcherPersist,
  v3_relativeSplatPath,
  v3_singleFetch,
  v7_fetcherPersist: v3_fetcherPersist,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_prependBasename: true,
  v7_relativeSplatPath: v3_relativeSplatPath,
  v7_skipActionErrorRevalidation: v3_singleFetch,
}

/** What else they find out at run time, and the answer in a browser that got its page from our server. */
export const questions: readonly { asked: RegExp; answer: boolean }[] = [
  { asked: /\btypeof (?:document|window) === "undefined"/g, answer: false },
  { asked: /\btypeof (?:document|window) !== "undefined"/g, answer: true },
  { asked: /\bwindow\.__remixContext\.isSpaMode\b|(?<=if \(|!|return )isSpaMode\b/g, answer: false },
  // Single fetch loads all data of a page at once: neither by a request for each route, nor piece by piece as `defer` did.
  { asked: /\btypeof singleFetch === "function"/g, answer: v3_singleFetch },
  { asked: /(?<!function )\bisDeferred(?:Data|Result)\(\w+\)/g, answer: !v3_singleFetch },
  // What no page of ours does: prefetching by a link, view transitions, keeping someone from leaving.
  { asked: /\bshouldPrefetch(?= && !isAbsolute)/g, answer: false },
  { asked: /(?<!function )\bisPageLinkDescriptor\(\w+\)/g, answer: false },
  { asked: /(?<=\} else if \()pendingViewTransitionEnabled\b/g, answer: false },
  { asked: /!viewTransitionOpts \|\| isViewTransitionUnavailable\b/g, answer: true },
  { asked: /\bblockerFunctions\.size === 0(?= *\))/g, answer: true },
]

/** A library's text with the answers in place of the questions. */
export function withAnswers(code: string): string {
  const flagged = code.replace(/\b(?:[\w.]+\.)?future\.(v[37]_\w+)/g, (read, flag: string) =>
    String(flags[flag] ?? read),
  )
  return questions.reduce((text, { asked, answer }) => text.replace(asked, String(answer)), flagged)
}

const libraries = /\/node_modules\/(?:@remix-run\/(?:react|router)|react-router(?:-dom)?)\/dist\//

/** Leaves out of the browser's script what Remix and its router need for other apps alone: their questions are answered at build time. */
export function clientConstants(): Plugin {
  return {
    name: 'client-constants',
    apply: 'build',
    transform: (code, id, { ssr } = {}) =>
      ssr || !libraries.test(id) ? undefined : { code: withAnswers(code), map: null },
  }
}
