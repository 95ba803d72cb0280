/**
 * `durable` survives a power cut, as production does. `disposable` is for databases a test makes and throws
 * away: nothing waits for the disk.
 */
export type Durability = 'durable' | 'disposable';

const COMMON: Readonly<Record<string, string>> = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  max_connections: '200',
  password_encryption: "'scram-sha-256'",
  shared_preload_libraries: "'pg_stat_statements'",
  track_io_timing: 'on',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  // Startup failures are recognised by their words.
  lc_messages: "'C'",
  log_checkpoints: 'off',
  jit: 'off',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  // Nothing replicates from here, so the log needs to hold no more than recovery does.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
};

const BY_DURABILITY: Readonly<Record<Durability, Readonly<Record<string, string>>>> = {
  durable: { shared_buffers: '256MB', fsync: 'on', synchronous_commit: 'on' },
  disposable: { shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
};

/** The whole `postgresql.conf`; it is written anew at every start. */
export function renderSettings(port: number, durability: Durability): string {
  const settings = { port: String(port), ...COMMON, ...BY_DURABILITY[durability] };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return ['# Written by dev/postgres at every start.', ...lines, ''].join('\n');
}
