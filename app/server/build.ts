import { ensureBuild } from './ensure-build.server.ts'

/** `npm run build`, and the first suite of `npm test`. */
ensureBuild()
