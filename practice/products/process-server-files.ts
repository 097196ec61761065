const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Configuration files of a process server with their content. Keys and layout as the vendor's
 * installer writes them; only keys that somebody reads here or looks at are there.
 */
export function processServerConfiguration(settings: {
  version: string;
  folder: string;
  csAddress: string;
  psAddress: string;
  psCard: string;
  dataPort: string;
  hostId: string;
  installed: Date;
}): Record<string, string> {
  const { version, folder, csAddress, psAddress, psCard, dataPort, hostId, installed } = settings;
  const home = `${folder}\\home\\svsystems`;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${two(installed.getDate())}_${months[installed.getMonth()]}_${installed.getFullYear()}`;
  const time = [installed.getHours(), installed.getMinutes(), installed.getSeconds()].map(two);
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');
  return {
    [`${home}\\etc\\amethyst.conf`]: text([
      '# Settings of the process server',
      `HOST_GUID = "${hostId}"`,
      'CX_TYPE = "2"',
      `PS_IP = "${psAddress}"`,
      `BPM_NTW_DEVICE = "${psCard}"`,
      `PS_CS_IP = "${csAddress}"`,
      'PS_CS_PORT = "443"',
      'PS_CS_SECURED_COMMUNICATION = "1"',
      `DB_HOST = "${csAddress}"`,
      `INSTALLATION_DIR = "${home}"`,
      'MAX_TMID = 12',
      'MAX_RESYNC_FILES_THRESHOLD = 8589934592',
      'MAX_DIFF_FILES_THRESHOLD = 8589934592',
      'MIN_DISK_FREESPACE = 2147483648',
      'SOURCE_FAILURE = 1800',
      'TMANAGER_LOG_LEVEL = "EXCEPTION"',
    ]),
    [`${home}\\transport\\cxps.conf`]: text([
      '[cxps]',
      `id = ${hostId}`,
      'port = 9080',
      `ssl_port = ${dataPort}`,
      'http_enabled = 0',
      'session_timeout_seconds = 300',
      'error_log_warnings_enabled = no',
      'xfer_log_enabled = yes',
      'monitor_log_enabled = no',
      `remap_full_path_prefix = /home/svsystems "${home}"`,
      `allowed_dirs = ${home}`,
      `cs_ip_address = ${csAddress}`,
      'cs_ssl_port = 443',
      'enable_cumulative_throttle = yes',
    ]),
    [`${home}\\pushinstallsvc\\pushinstaller.conf`]: text([
      '[PushInstaller]',
      `HostId = "${hostId}"`,
      'LogLevel = 7',
      `InstallDirectory = "${home}\\pushinstallsvc"`,
      '[PushInstaller.transport]',
      'Port = "443"',
      `Hostname = "${csAddress}"`,
      'Https = 0',
    ]),
    [`${home}\\etc\\version`]: text([
      version,
      `INSTALLATION_DATE=${day}`,
      `INSTALLATION_TIME=${time.join('_')}`,
    ]),
    [`${home}\\var\\tmansvc.log`]: '\nCreating PID file...',
    [`${home}\\transport\\log\\cxps.err.log`]: '',
  };
}
