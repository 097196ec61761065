const kinds = {
  folder: 'Folder',
  key: 'Registry key',
  service: 'Service',
  certificate: 'Certificate',
  firewallRule: 'Firewall rule',
  junction: 'Junction',
} as const;
type Kind = keyof typeof kinds;

const named = (kind: Kind, name: string) => `${kinds[kind]} ${name}`;

/** Words of the procedure that removes what uninstallers left. */
export const text = {
  title: 'Remove what is left',
  verb: 'Remove',
  introduction: [
    'The uninstallers of a process server leave logs, settings, keys and firewall rules. Here they are listed, and what you choose is removed. Nothing is chosen beforehand.',
    'Only things with a known whole name are listed. Folders that others may use as well, such as C:\\Temp, C:\\bin, a Perl in C:\\strawberry or an install folder of your own choice, are never touched here.',
    'Files, keys and certificates are kept in a backup first: under "Restore a backup" files and keys are put back. It takes a minute or two.',
  ],
  section: 'What is left',
  named,
  findings: {
    nothing: { label: 'Found', value: 'Nothing is left.' },
    count: { label: 'Found', value: (count: number) => `${count} of the known leftovers` },
  },
  hints: {
    folder: 'With all files in it.',
    key: 'With all values and keys below it.',
    service: 'Stopped first when it still runs.',
    certificate: 'Of the registration with the vault, in the store of this computer.',
    firewallRule:
      'Set-up makes a rule of this name. Leave it when something else on this server is reached on that port.',
    junction: 'Only another name for the install folder; what it leads to stays.',
  } satisfies Record<Kind, string>,
  wrong: {
    none: 'Choose at least one of them.',
    notThere: (name: string) => `${name} is not there.`,
  },
  conditions: {
    decommissioned: {
      title: 'No part installed',
      needed: 'Master target, process server and dependencies are not installed.',
      why: 'As long as a part is installed these things belong to it.',
      mend: 'Decommission this server first.',
      installed: 'A part of the process server is still installed.',
    },
    something: {
      title: 'Something to remove',
      needed: 'At least one of the known leftovers is there.',
      why: 'Only known leftovers are removed here.',
      mend: 'There is nothing to do.',
    },
  },
  steps: {
    remove: (kind: Kind, name: string) => ({
      title: `Remove: ${named(kind, name)}`,
      reason: 'You chose it. Its name is on the list of what this product leaves.',
    }),
    stop: (name: string) => ({
      title: `Stop ${name}`,
      reason: 'A service that runs is only removed at the next restart of Windows.',
    }),
  },
  checks: {
    gone: (kind: Kind, name: string) => `${named(kind, name)} is gone`,
    stopped: (name: string) => `${name} is stopped`,
  },
  undo: {
    backedUp: 'Put back from the backup that was made before, under "Restore a backup".',
    none: 'Nobody needs it any more; a new installation makes it again.',
  },
  notes: {
    chosen: (names: readonly string[]) => `What is removed: ${names.join('; ')}.`,
    kept: (names: readonly string[]) => `What stays as it is: ${names.join('; ')}.`,
  },
} as const;
