// How the server is set up: for one small machine that must not lose an act.
import { totalmem } from 'node:os'

const MB = 1024 * 1024

/** Server settings for this machine's memory, as `name, value`; the server's socket lies in `socket`, its log in `logs`. */
export function settingsFor(socket: string, logs: string, connections: number, memory = memoryOfMachine()): [name: string, value: string][] {
  return [
    // A socket that only its owner can open: no port to collide with, nothing for others on the machine to try passwords on.
    ['listen_addresses', ''],
    ['port', '5432'],
    ['unix_socket_directories', `"${socket}"`],
    ['unix_socket_permissions', '0700'],
    ['max_connections', String(connections)],
    ['shared_buffers', `${between(64, memory / MB / 8, 512)}MB`],
    ['effective_cache_size', `${between(128, memory / MB / 2, 4096)}MB`],
    ['random_page_cost', '1.1'],
    ['fsync', 'on'],
    ['synchronous_commit', 'on'],
    ['full_page_writes', 'on'],
    ['min_wal_size', '80MB'],
    ['max_wal_size', '512MB'],
    ['checkpoint_timeout', '15min'],
    // Our questions are short; compiling them costs more than running them.
    ['jit', 'off'],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    // One file a weekday, overwritten a week later. Terse and without statements: what people wrote does not belong in a log.
    ['logging_collector', 'on'],
    ['log_directory', logs],
    ['log_filename', 'postgres-%a.log'],
    ['log_rotation_age', '1d'],
    ['log_rotation_size', '0'],
    ['log_truncate_on_rotation', 'on'],
    ['log_error_verbosity', 'terse'],
    ['log_min_error_statement', 'panic'],
  ]
}

// In a container the machine's memory is not ours. 0 or an enormous number there means no limit.
function memoryOfMachine(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

const between = (least: number, value: number, most: number): number => Math.round(Math.max(least, Math.min(value, most)))

/** The settings as `pg_ctl -o` wants them: it hands them to a shell. */
export function asOptions(settings: [name: string, value: string][]): string {
  return settings.map(([name, value]) => `-c '${`${name}=${value}`.replaceAll("'", String.raw`'\''`)}'`).join(' ')
}
