import { buildSync } from 'esbuild'

/**
 * Bundles a program of ours, so that Node reads one file instead of some 600; packages stay outside.
 * @param entry the program's own file
 * @param outfile two folders deep in the project, as the files in `app/server/` are, since some look for others from where they are
 * @throws Error with the bundler's words when it fails
 */
export function bundleProgram(entry: string, outfile: string): void {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    sourcesContent: false,
    // That our files have no side effects is said for the browser: a program's imports may have some.
    ignoreAnnotations: true,
    logLevel: 'error',
  })
}
