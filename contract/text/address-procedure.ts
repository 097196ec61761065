/** Words of the procedure that follows a new address or network card of this server. */
export const addressProcedureText = {
  title: 'Address or network card',
  verb: 'Change the address',
  introduction: [
    'When this server got another address or another card, the old one is still written in amethyst.conf: PS_IP is the address, BPM_NTW_DEVICE the description of the card. This finds both, changes them in the right order, and proves it by the port and the registration.',
    'First give Windows the new address. This program does not change network settings.',
    'The services that read the file are stopped in the order of the vendor, the file is changed, then they start again. Machines wait with their data meanwhile. Usually about five minutes.',
    'cspsconfigtool, the tool of the vendor, writes PS_IP only where it is empty and never the card, so it can not do this. The file is changed instead; every other byte of it stays as it is.',
    'From its start on the process server tells the configuration server its new address. When the machines hear of it can not be seen from here: the notes of the plan say where to look.',
  ],
  section: 'Address',
  places: {
    own: (file: string) => `Address (PS_IP) in ${file}`,
    card: (file: string) => `Card (BPM_NTW_DEVICE) in ${file}`,
    configurationServer: (setting: string, where: string) => `${setting} in ${where}`,
    other: (setting: string, where: string) => `${setting} in ${where}`,
    empty: 'empty',
    old: (value: string) => `${value}: not on this server`,
    unused: (value: string) => `${value}: no card with an address is called so`,
    ofConfigurationServer: (value: string) => `${value}, the configuration server: stays`,
    byHand: (value: string) => `${value}: to be changed by hand`,
  },
  card: (adapter: string) => `This server, card ${adapter}`,
  cardValue: (address: string, description: string, isDhcp: boolean) =>
    [address, description, isDhcp ? 'from DHCP' : ''].filter((part) => part !== '').join(', '),
  question: {
    label: 'Which address do machines send to?',
    hint: 'Addresses that Windows has now. The card goes with its address.',
  },
  wrong: {
    required: 'Choose an address.',
    notHere: (address: string) => `${address} is not an address of this server.`,
    ownMade: (address: string) =>
      `${address} is one that Windows gave itself because no DHCP server answered. Give the card its address first.`,
    noDescription: (address: string) => `The card of ${address} could not be told.`,
    quote: (description: string) =>
      `The description of the card can not be written into amethyst.conf: ${description}`,
  },
  conditions: {
    processServer: {
      title: 'A process server is installed',
      needed: 'installed',
      missing: 'not installed',
      why: 'Without it no address is written anywhere.',
      mend: 'Set up a process server first.',
    },
    alone: {
      title: 'No configuration server on this server',
      needed: 'a process server on its own',
      together: 'the configuration server is on it too',
      why: 'Every machine and every process server has the address of the configuration server written down, so this one file would not be enough.',
      mend: 'Give the server its old address back, or follow the article on changing the address of a configuration server.',
    },
    written: {
      title: 'PS_IP is written in amethyst.conf',
      needed: 'written',
      missing: 'not found',
      why: 'Where it is missing, there is nothing to change and the file may be damaged.',
      mend: 'Put amethyst.conf back from a backup.',
    },
    old: {
      title: 'The old address is gone from this server',
      needed: 'gone, or still the right one',
      there: (address: string) => `${address} is still an address of this server`,
      why: 'Machines may still reach the process server by the old address: that is no fault.',
      mend: 'Nothing, when machines are to use the new one from now on.',
    },
    dhcp: {
      title: 'The address is fixed',
      needed: 'a fixed address, or one reserved for this server',
      found: (address: string) => `${address} comes from DHCP`,
      why: 'With the next address that DHCP gives all this begins again.',
      mend: 'Give the card a fixed address, or reserve this one.',
    },
    others: {
      title: 'No other place names the old address',
      needed: 'none',
      found: (places: string) => `named in ${places}`,
      why: 'This program changes PS_IP and BPM_NTW_DEVICE only, and does not know who uses the others.',
      mend: 'Look at these places and change them by hand where they mean this server.',
    },
    readable: {
      title: 'Every service can read the name of the card',
      needed: 'no # and no ; in it',
      found: (description: string) => `"${description}"`,
      why: 'The .NET services of the vendor cut a value at # and ;. They then look at all cards and take PS_IP where one of them has it, which is the right address all the same.',
      mend: 'Nothing. It is written as Windows calls the card, as set-up writes it too.',
    },
  },
  steps: {
    change: (setting: string, from: string, to: string) => ({
      title: `Change ${setting} to ${to}`,
      reason: `It is ${from === '' ? 'empty' : from}. Everything else in the file stays byte for byte.`,
    }),
    prove: {
      title: 'Prove address, card and services',
      reason: 'Read from the file again. A service can end after it started, so all are looked at.',
    },
    port: {
      title: 'Prove the data port on that address',
      reason: 'Machines send their data there. It answers 400 to a request that is no upload.',
    },
    registration: {
      title: 'Prove the registration',
      reason: 'The vault knows this server by its certificate, which no address is part of.',
    },
  },
  checks: {
    setting: (setting: string, value: string) => `${setting} is ${value}`,
    port: (address: string, port: number) => `Port ${port} answers on ${address}`,
  },
  undo: {
    change: (setting: string, value: string) => `${setting} is ${value} again.`,
    prove: 'nothing is changed by looking',
  },
  notes: {
    nothing:
      'Address and card are right in amethyst.conf already, so the file stays as it is. There is only the proof; for it the agent is stopped, registered and started again.',
    nothingToRegister:
      'Address and card are right in amethyst.conf already, so the file stays as it is. There is only the proof.',
    found: (places: readonly string[]) => `As found: ${places.join('; ')}.`,
    pause: 'Machines wait with their data until the services run again.',
    afterwards: (server: string, address: string) =>
      `Afterwards look in the vault, Site Recovery infrastructure, Configuration Servers: ${server} has to show ${address} and a heartbeat. It can take a while. If it does not, its services did not reach the configuration server.`,
    machines: (port: string) =>
      `Machines get the address of the process server from the configuration server and send to the old one until then. Firewalls between them have to let the new address through on port ${port}. Where replication does not go on, restart the mobility service on the machine.`,
    byHand: (places: readonly string[]) =>
      `Change by hand where the old address means this server: ${places.join(', ')}.`,
    rules:
      'This program does not change names (DNS), firewalls, or rules that name the old address.',
    noPort: 'The data port could not be told, so it is not proven.',
    noRegistration: 'Without a registered master target there is no registration to prove.',
    undo: 'Undo stops the services, puts the old values back and starts the services again.',
  },
} as const;
