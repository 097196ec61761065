import { proxyQuestionsText as shared } from './proxy-questions';

/** Words of the procedure that shows, sets, changes and removes the proxy of a process server. */
const AGENT = 'Microsoft Azure Recovery Services Agent';

export const proxyProcedureText = {
  title: 'Proxy',
  verbs: { custom: 'Set the proxy', direct: 'Remove the proxy' },
  introduction: [
    'This shows which proxy is in force in each place, then gives the agent that sends replication data to Azure another one, or none, and proves it. The way is tried before anything is saved.',
    'It usually takes about 3 minutes. Replication pauses for less than a minute each of the two times the agent is restarted, and goes on by itself.',
    'Have at hand the address and port of the proxy and, where it asks for them, user and password. The password of the proxy before makes the change undoable; without it, it can not be undone.',
    'Change it on the configuration server and on every other process server too: each has a setting of its own. On a configuration server, cspsconfigtool or its web page sets the rest.',
    'Differs from the article: its ConvertTo-SecureString line fails as printed, so the password goes to the script over standard input; cdpcli.exe prints success even when it failed, so its exit code and the certificate count; Set-OBMachineSetting can fail without an error, so what the agent says afterwards counts.',
  ],
  sections: {
    current: 'What is in force',
    proxy: 'The proxy',
    undo: 'If it has to be undone',
  },
  findings: {
    verdict: 'Verdict',
    agent: 'Agent (in force)',
    processServer: 'Kept by set-up (Installed Products\\9)',
    configurationServer: 'Configuration server (ProxySettings)',
    services: 'Windows, for services (WinHTTP)',
    people: 'Windows, for whoever is signed in',
    setting: (server: string, port: string, user: string, bypass: string) =>
      [
        `${server}, port ${port || 'not given'}`,
        ...(user === '' ? [] : [`user ${user}`]),
        ...(bypass === '' ? [] : [`not for ${bypass}`]),
      ].join('; '),
    none: 'no proxy',
    noAgent: 'not installed',
    unknown: (why: string) => `could not be told: ${why}`,
    unreadable: 'could not be told',
    onlyType: {
      custom: 'only that there was a proxy: a silent set-up keeps no more, which is no fault',
      bypass: 'no proxy',
    },
    nothingKept: 'nothing, which is no fault',
    hiveAbsent: 'not there; nothing writes it on a process server alone, so no fault',
    same: (value: string) => `${value}; the same`,
    differs: (value: string) => `${value}; differs from the agent`,
    keptDiffers: (value: string) =>
      `${value}; differs from the agent, which does not read it: it is what set-up was told`,
    notAsked: 'Windows; the agent does not use it',
    windows: (value: string) => `${value}; the agent does not use it`,
    verdicts: {
      noAgent: 'There is no agent here, so no proxy of it.',
      unknown: 'The agent does not tell its setting, so nothing can be compared.',
      direct: 'The agent reaches Azure directly. No place that counts says otherwise.',
      proxy: 'The agent uses a proxy. No place that counts says otherwise.',
      hiveDiffers:
        'The configuration server part does not say the same as the agent. The article wants both the same.',
      keptDiffers:
        'The agent is set. What set-up kept is another, which matters only to a later set-up.',
    },
  },
  questions: {
    proxyMode: {
      label: 'How is the agent to reach Azure?',
      hint: 'The agent does not take over a proxy of Windows.',
      custom: 'Through a proxy',
      customHint: 'Sets it, or changes the one that is set.',
      direct: 'Directly',
      directHint: 'Removes the proxy of the agent (Set-OBMachineSetting -NoProxy).',
    },
    proxyAddress: shared.address,
    proxyPort: shared.port,
    proxySignIn: {
      label: shared.signInLabel,
      hint: 'The agent takes them; the service does not support authenticating proxies for replication.',
    },
    proxyUser: shared.user,
    proxyPassword: {
      label: shared.passwordLabel,
      hint: 'Handed over as it is, as a SecureString, and kept nowhere by this program.',
    },
    proxyBypass: {
      label: 'Addresses without the proxy',
      hint: "Separated by semicolons, for example *.contoso.com;10.*. The vendor's own tool sets them (BypassUrls); the article does not mention them. Leave it empty for none.",
    },
    oldPasswordKnown: {
      label: 'I know the password of the proxy in force',
      hint: 'The agent never tells it. With it the change can be undone, without it it can not.',
    },
    oldProxyPassword: {
      label: 'Password of the proxy in force',
      hint: 'Used only when you undo. It is not written down: after a restart of this program it is asked for again.',
    },
    saveUntried: {
      label: 'Save without trying',
      hint: 'For a proxy that lets only the account of the computer through, which can not be tried from here.',
    },
  },
  tests: { proxy: 'Test the proxy', direct: 'Test the direct way' },
  wrong: {
    bypass:
      'Enter names or addresses with * at most, separated by semicolons, for example *.contoso.com;10.*.',
    lineBreak: 'Leave out line breaks and other signs that can not be typed.',
    required: 'Enter a value.',
  },
  conditions: {
    processServer: {
      title: 'A process server is installed',
      needed: 'installed',
      missing: 'not installed, or not whole',
      why: 'Without it there is nothing whose proxy this could change.',
      mend: 'Set up a process server first: it asks for the proxy as well. Where one is half there: Maintain, Half-installed server.',
    },
    agent: {
      title: `The ${AGENT} is installed`,
      needed: 'installed',
      missing: 'not installed',
      why: 'It is what sends data to Azure, and the only part with a proxy of its own.',
      mend: 'Set-up has not come to its end: complete it, which asks for the proxy as well.',
      gallery: 'not installed: this server was made from the gallery image, which has none',
      galleryMend:
        'There is no proxy to change here. A failback server takes data from Azure machines in its network and sends it through VPN or ExpressRoute to the master target on-premises, without the agent. For Windows itself, set a proxy in Windows.',
    },
    masterTarget: {
      title: 'cdpcli.exe is here to register anew',
      needed: 'there',
      missing: 'no master target is installed, which brings it',
      why: 'After a new proxy the server is registered anew, as the article wants it.',
      mend: 'Set-up has not come to its end: complete it first.',
    },
    enabled: {
      title: 'Its service (obengine) is not disabled',
      needed: 'not disabled',
      disabled: 'disabled',
      why: 'A disabled service can not be started again once it was stopped for its new settings.',
      mend: 'Set its start type right first: Maintain, Services.',
    },
    agentTells: {
      title: 'The agent tells its setting',
      needed: 'it does',
      why: 'Only by what it says can a change be proven, and only known settings can be put back.',
      mend: 'Start the agent (service obengine) under Services, then look again. If it stays so, the agent or its PowerShell module is damaged.',
    },
    differs: {
      title: 'There is something to change',
      needed: 'another setting than the one in force',
      same: 'the agent has this setting already',
      why: 'Nothing but the restarts and the registration would happen.',
      mend: 'Go on to do just these, or change the answers.',
    },
    signIn: {
      title: 'The proxy asks for no sign-in',
      needed: 'no user and password',
      wanted: 'user and password are given',
      why: 'The agent takes them, but the service does not support authenticating proxies for replication.',
      mend: 'Better have the proxy let this server through without a sign-in.',
    },
  },
  steps: {
    tryProxy: {
      title: 'Try the proxy before it is saved',
      reason: 'It has to be found by name, take the sign-in and let a request to Azure through.',
    },
    tryDirect: {
      title: 'Try the direct way before the proxy is removed',
      reason: 'Azure has to be found by name and has to answer without a proxy.',
    },
    set: {
      title: 'Give the agent the proxy',
      reason: 'Set-OBMachineSetting with address and port.',
    },
    setWithUser: {
      title: 'Give the agent the proxy',
      reason: 'Set-OBMachineSetting, with the password over standard input as a SecureString.',
    },
    remove: {
      title: 'Take the proxy from the agent',
      reason: 'Set-OBMachineSetting -NoProxy.',
    },
    again: (title: string) => `${title} once more`,
    prove: {
      title: 'Read back what is in force',
      reason:
        'Get-OBMachineSetting after all restarts, by chosen fields only: it holds the passphrase too. An error that does not end the tool looks like success.',
    },
  },
  checks: {
    set: 'The agent says the planned proxy',
    none: 'The agent says no proxy',
    runs: 'The service obengine runs',
    before: 'The agent says what it said before',
  },
  undo: {
    restored: (value: string) => `The agent gets back what it had (${value}) and is restarted.`,
    password: (user: string) =>
      `the agent never tells the password of ${user}, and it was not entered`,
    unknown: 'what the agent had before could not be told',
    nothing: 'nothing is changed by trying',
    prove: 'nothing is changed by looking',
  },
  notes: {
    before: (value: string) => `In force now: ${value}.`,
    after: (value: string) => `In force afterwards: ${value}.`,
    kept: 'What set-up keeps under Installed Products\\9 is left as it is: the agent does not read it, and its password can only be protected by set-up itself. A later set-up with a window may show it.',
    bypassLost:
      'The proxy in force has addresses without it and none are given now. What the agent does with the old ones is not documented. When it keeps them the step fails and says so: then remove the proxy, and set it anew.',
    untried: 'The way is not tried before it is saved, as you chose.',
    undoable:
      'Undo gives the agent back what it had and restarts it. Its registration stays the new one.',
    notUndoable: (user: string) =>
      `This can not be undone: the password of ${user} is not known here. Have it at hand, or begin again and enter it.`,
    elsewhere:
      'The configuration server and every other process server keep their own setting: change it there too.',
  },
} as const;
