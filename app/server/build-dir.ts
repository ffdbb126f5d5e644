import { resolve } from 'node:path'

/** Where `npm run build` puts everything: the browser's files, the server bundle and the programs. */
export const buildDir = resolve(import.meta.dirname, '../../build')
