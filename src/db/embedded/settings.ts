/** 数据库参数: what our PostgreSQL is told, by the size of the machine. */

export interface Machine {
  /** Memory that this system may use, in bytes. */
  memoryBytes: number;
  cores: number;
}

export interface SettingsOptions extends Machine {
  port: number;
  /** SAFE keeps every committed act through a power cut; NONE is for data that may be lost, as in tests. */
  durability: 'SAFE' | 'NONE';
}

const MIB = 2 ** 20;

/** The text of the settings file. Sizes leave room for the application, which runs on the same machine. */
export function settingsFor({ memoryBytes, cores, port, durability }: SettingsOptions): string {
  const memory = memoryBytes / MIB;
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: `${port}`,
    max_connections: '60',
    password_encryption: 'scram-sha-256',
    shared_buffers: megabytes(memory / 8, 128, 4096),
    effective_cache_size: megabytes(memory / 2, 512, 65536),
    maintenance_work_mem: megabytes(memory / 32, 64, 1024),
    work_mem: megabytes(memory / 512, 8, 64),
    max_worker_processes: `${Math.max(8, cores)}`,
    max_parallel_workers_per_gather: `${Math.min(4, Math.floor(cores / 2))}`,
    // Short statements by the thousand: compiling them costs more than it saves.
    jit: 'off',
    // 'replica' is what backups and standby servers need; the slot that keeps log for a backup is temporary.
    wal_level: 'replica',
    max_wal_size: megabytes(memory / 8, 512, 4096),
    max_slot_wal_keep_size: '-1',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    // A week of files. Failing statements and their values are not written: they hold personal data.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_parameter_max_length_on_error: '0',
    ...(durability === 'NONE' && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      logging_collector: 'off',
      shared_buffers: megabytes(memory / 16, 64, 256),
    }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written anew at every start. To change a setting for good: ALTER SYSTEM SET name = 'value'.\n${lines.join('\n')}\n`;
}

function megabytes(wanted: number, least: number, most: number): string {
  return `${Math.round(Math.min(most, Math.max(least, wanted)))}MB`;
}
