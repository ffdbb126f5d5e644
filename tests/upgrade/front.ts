import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { requirePackage } from '#tests/harness/debian-package.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { until } from '#tests/fault/app-processes.ts'

type Behind = { dir: string; files: string; apps: readonly [number, number]; port: number }
export type Front = { port: number; stop(): Promise<void> }

/** The example of OPERATIONS.md in a language, as an operator copies it. */
function exampleIn(language: 'nginx' | 'caddyfile'): string {
  const text = readFileSync(resolve(import.meta.dirname, '../../OPERATIONS.md'), 'utf8')
  const example = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)?.[1]
  if (example === undefined) throw new Error(`OPERATIONS.md has no example for ${language}.`)
  return example
}

/** Puts this run's addresses in place of the example's. @throws Error where the example has none of them */
function withAddresses(example: string, { files, apps }: Behind): string {
  return [
    ['127.0.0.1:3000', `127.0.0.1:${apps[0]}`],
    ['127.0.0.1:3001', `127.0.0.1:${apps[1]}`],
    ['/srv/firstwin/files', files],
  ].reduce((text, [from = '', to = '']) => {
    if (!text.includes(from)) throw new Error(`The example in OPERATIONS.md does not name ${from}.`)
    return text.replaceAll(from, to)
  }, example)
}

function runNginx(behind: Behind) {
  const { dir, port } = behind
  const server = withAddresses(exampleIn('nginx'), behind)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_.*$/gm, '')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(dir, `${name}-temp`)};`,
  )
  const conf = join(dir, 'nginx.conf')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    conf,
    `${user} daemon off; pid ${join(dir, 'nginx.pid')}; events {} http { include /etc/nginx/mime.types; access_log off; ${paths.join(' ')}\n${server} }`,
  )
  return [requirePackage('/usr/sbin/nginx', 'nginx-light'), ['-c', conf, '-e', join(dir, 'nginx.log')]] as const
}

function runCaddy(behind: Behind) {
  const { dir, port } = behind
  const site = withAddresses(exampleIn('caddyfile'), behind).replace(
    'plans.example.com {',
    `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`,
  )
  const conf = join(dir, 'Caddyfile')
  writeFileSync(conf, `{\n\tadmin off\n}\n${site}`)
  return [requirePackage('/usr/bin/caddy', 'caddy'), ['run', '--adapter', 'caddyfile', '--config', conf]] as const
}

/** A proxy as OPERATIONS.md has it, without TLS, on the loopback. */
export async function startFront(kind: 'nginx' | 'Caddy', behind: Omit<Behind, 'port'>): Promise<Front> {
  const port = await freePort()
  mkdirSync(behind.dir, { recursive: true })
  const [program, args] = kind === 'nginx' ? runNginx({ ...behind, port }) : runCaddy({ ...behind, port })
  const log = openSync(join(behind.dir, 'output.log'), 'a')
  const env = { ...process.env, HOME: behind.dir, XDG_DATA_HOME: behind.dir }
  const child = spawn(program, args, { cwd: behind.dir, env, stdio: ['ignore', log, log] })
  process.once('exit', () => child.kill('SIGTERM'))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  await until(answers, 20, `${kind} leads to the app (see ${behind.dir})`)
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
