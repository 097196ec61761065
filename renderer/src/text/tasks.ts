/** The tasks of Maintain besides the services, in groups. `name` is the procedure's. */
export const taskGroups = [
  {
    title: 'Connection',
    tasks: [
      {
        name: 'register',
        title: 'Registration',
        description:
          'Register again with this or another configuration server: a new passphrase, address or data port, or a registration that was lost.',
        button: 'Register again…',
      },
      {
        name: 'proxy',
        title: 'Proxy',
        description:
          'See which proxy is in force in each place, then set, change or remove it. It is tried before it is saved.',
        button: 'Change the proxy…',
      },
      {
        name: 'address',
        title: 'Address or network card',
        description:
          'After this server got another address or card: find where the old one is still written and change it in the right order.',
        button: 'Change the address…',
      },
    ],
  },
  {
    title: 'Version',
    tasks: [
      {
        name: 'upgrade',
        title: 'Upgrade',
        description:
          'Bring all parts of this server to the version of a set-up file, where the versions allow it.',
        button: 'Upgrade…',
      },
      {
        name: 'repair',
        title: 'Half-installed server',
        description:
          'See which parts are there and which are missing, and what leads out. Services, the junction and a lost registration are mended here.',
        button: 'Look for the way out…',
      },
    ],
  },
  {
    title: 'Protection',
    tasks: [
      {
        name: 'antivirus',
        title: 'Antivirus exclusions',
        description:
          'The folders that a virus scanner has to leave alone: compared, set and proven for Microsoft Defender, ready to copy for others.',
        button: 'Antivirus exclusions…',
      },
      {
        name: 'certificates',
        title: 'Certificates',
        description:
          'When the certificates of the data port and the registration expire, and their renewal.',
        button: 'Renew certificates…',
      },
      {
        name: 'restore',
        title: 'Backups',
        description:
          'Every change keeps the files, certificates and registry keys it touches first. Here they are put back.',
        button: 'Restore a backup…',
      },
    ],
  },
  {
    title: 'End of life',
    tasks: [
      {
        name: 'decommission',
        title: 'Decommission this server',
        description:
          'Remove the parts of this process server in the order their uninstallers enforce, and show what is left.',
        button: 'Decommission…',
      },
      {
        name: 'leftovers',
        title: 'Remove what is left',
        description:
          'After decommissioning: folders, keys, services, certificates, firewall rules and the junction that stayed. Only what you choose is removed.',
        button: 'Remove leftovers…',
      },
      {
        name: 'purge',
        title: 'Purge a disconnected process server',
        description:
          'On the configuration server: remove a process server that is gone for good from its list.',
        button: 'Purge a dead server…',
      },
    ],
  },
] as const;

export const tasksTitle = 'Change this server';
