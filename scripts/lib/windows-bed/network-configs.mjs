import { address } from './network-programs.mjs';

/**
 * @typedef {Record<'dataPort' | 'expired' | 'wrongName' | 'oldTls' | 'closes' | 'plainText', number>} WebPorts
 */

/** One process, in the foreground, with everything it writes in our folder. */
export function nginxConfig(/** @type {string} */ folder, /** @type {WebPorts} */ ports) {
  const tls = (
    /** @type {number} */ port,
    /** @type {string} */ name,
    /** @type {string} */ rest,
  ) =>
    `server { listen ${address}:${port} ssl; ssl_certificate ${folder}/${name}.crt;
       ssl_certificate_key ${folder}/${name}.key; ${rest} }`;
  const tls12 = 'ssl_protocols TLSv1.2;';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr error;
events { worker_connections 64; }
http { access_log off; ${temporary}
  ${tls(ports.dataPort, 'dataPort', `${tls12} return 400;`)}
  ${tls(ports.expired, 'expired', `${tls12} return 404;`)}
  ${tls(ports.wrongName, 'wrongName', `${tls12} return 404;`)}
  ${tls(ports.oldTls, 'dataPort', 'ssl_protocols TLSv1 TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;')}
  ${tls(ports.closes, 'dataPort', `${tls12} return 444;`)}
  server { listen ${address}:${ports.plainText}; return 404; }
}`;
}

/**
 * @param {number} port
 * @param {number[]} targets the ports it connects to
 * @param {{ user: string, password: string } | null} known who may use it; null: anybody
 */
export const tinyproxyConfig = (port, targets, known) =>
  [
    ...[`Port ${port}`, `Listen ${address}`, `Allow ${address}`, 'Timeout 20', 'MaxClients 20'],
    ...targets.map((target) => `ConnectPort ${target}`),
    ...(known ? [`BasicAuth ${known.user} ${known.password}`] : []),
    '',
  ].join('\n');

/**
 * @param {string} folder
 * @param {{ open: number, guarded: number }} ports
 * @param {number[]} targets the ports it connects to
 */
export const squidConfig = (folder, ports, targets) =>
  [
    ...[`http_port ${address}:${ports.open}`, `http_port ${address}:${ports.guarded} name=guarded`],
    `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${folder}/squid.users`,
    ...['auth_param basic children 1', 'auth_param basic realm bed'],
    ...['acl guarded myportname guarded', 'acl known proxy_auth REQUIRED'],
    `acl targets port ${targets.join(' ')}`,
    ...['http_access deny guarded !known', 'http_access deny !targets', 'http_access allow all'],
    ...[
      'visible_hostname bed',
      'pid_filename none',
      'access_log none',
      `cache_log ${folder}/squid.log`,
    ],
    ...['cache deny all', 'cache_mem 8 MB', 'max_filedescriptors 256', 'pinger_enable off'],
    ...['shutdown_lifetime 0 seconds', `coredump_dir ${folder}`, 'logfile_rotate 0', ''],
  ].join('\n');
