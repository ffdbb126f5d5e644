import express from 'express'
import { listen } from '#app/server/listen.server.ts'
import { runProgram, printLine } from '#app/server/run-program.server.ts'
import { previewRoutes, renderPreviews } from './preview-routes.server.ts'

/** `npm run email`: the emails on this machine alone; a change of one starts it again, and open pages follow. */
await runProgram(async () => {
  const app = express()
    .disable('x-powered-by')
    .use(previewRoutes(await renderPreviews()))
  const { port } = await listen(app, { host: '127.0.0.1', port: Number(process.env.PORT || 3001) })
  printLine(`Every email is at http://localhost:${port}`)
})
