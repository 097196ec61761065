import { matchesHost } from '../../contract/host-patterns';

/**
 * Hosts from which Microsoft offers set-up files, and over which its short links lead.
 * `*.` stands for any host below. Source: the link of the portal and of the articles
 * (aka.ms/unifiedinstaller…), Microsoft's public download addresses.
 */
export const DOWNLOAD_HOSTS: readonly string[] = [
  'aka.ms',
  'go.microsoft.com',
  'download.microsoft.com',
  '*.download.microsoft.com',
  'download.windowsupdate.com',
  '*.prod.do.dsp.mp.microsoft.com',
];

/** True for a host of the list. */
export const isDownloadHost = (host: string): boolean => matchesHost(host, DOWNLOAD_HOSTS);
