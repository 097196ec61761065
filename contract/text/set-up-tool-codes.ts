const CERTIFICATE_STEPS =
  'On this server, run csgetfingerprint.exe -i with the address of the configuration server and -p 443';

/** Words for the small tools that set-up starts: registration, proxy, passphrase test. */
export const text = {
  /** Why the configuration server could not be talked to: the same for every tool. */
  connection: {
    unknownName: {
      what: "Couldn't find the configuration server.",
      meaning: 'Its name could not be resolved (curl 6).',
      next: 'Give the IPv4 address of the configuration server, then retry.',
    },
    refused: {
      what: "Couldn't reach the configuration server on port 443.",
      meaning:
        'Nothing answers at that address and port (curl 7), or a firewall refuses the connection.',
      next: 'Check that the configuration server runs and that the firewalls between both servers let port 443 pass, then retry.',
    },
    timedOut: {
      what: 'The configuration server gave no answer in time.',
      meaning:
        'The connection timed out (curl 28). The network was lost, a firewall drops the packets, or the configuration server is overloaded.',
      next: 'Check the way from this server to port 443 of the configuration server, then retry.',
    },
    tls: {
      what: "Couldn't set up a secure connection to the configuration server.",
      meaning:
        'TLS broke off (curl 35 or 56). TLS 1.2 may be switched off, or something in between opens the connection.',
      next: 'Check TLS 1.2 on both servers and leave the configuration server out of TLS inspection, then retry.',
    },
    certificate: {
      what: 'The certificate of the configuration server is another one than this server knows.',
      meaning:
        'It was renewed or has expired, or something in between shows its own (curl 51 or 60).',
      next: `${CERTIFICATE_STEPS}, then retry.`,
    },
    rejected: {
      what: 'The configuration server did not accept the passphrase.',
      meaning: 'It answered, and refused the sign-in: this server has another passphrase.',
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin, enter exactly what it prints, then retry.',
    },
    serverError: {
      what: 'The configuration server answered with an error.',
      meaning: 'Its web service failed: IIS, PHP or MySQL on it may not work.',
      next: 'Check the services of the configuration server, MySQL and W3SVC first, then retry.',
    },
  },
  registration: {
    done: {
      what: 'The master target is registered.',
      meaning: 'The certificate of the configuration server is here.',
      next: 'Go on: this program proves the registration by itself.',
    },
    failed: {
      what: "Couldn't register the master target.",
      meaning:
        'cdpcli.exe ends with 1 for every reason. What it said itself, if anything, is below.',
      next: 'Check that the configuration server is connected in the portal and that port 443 on it answers, then retry.',
    },
    wrongPassphrase: {
      what: "Couldn't open the certificate of the configuration server: the passphrase is wrong.",
      meaning:
        'The certificate was fetched, but the passphrase on this server does not open it (Windows error 86). The words "Registration suceeded" come all the same.',
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin, enter exactly what it prints in set-up and retry. On a server that is set up, close this and enter it under Maintain, Registration, with "Change the connection": a retry alone goes on with the passphrase that is kept here.',
    },
    import: {
      what: "Couldn't import the certificate of the configuration server.",
      meaning:
        'It was fetched, but Windows did not take it into the certificate store of the computer. The words "Registration suceeded" come all the same.',
      next: 'Check that this program runs as administrator and that no policy guards the certificate store, then retry.',
    },
    fetch: {
      what: "Couldn't fetch the certificate from the configuration server.",
      meaning:
        'The tool got no further than asking for it: the network was lost, a firewall stands in between, or the configuration server refused or did not answer. The log of set-up keeps no closer reason.',
      next: 'Check the way from this server to port 443 of the configuration server and that it is connected in the portal, read the end of cdpcli.log in the folder agent of the install folder, then retry.',
    },
    opening: {
      what: "Couldn't import the certificate of the configuration server.",
      meaning:
        'It was fetched and not taken over, mostly because the passphrase on this server does not open it. The words "Registration suceeded" come all the same.',
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin and compare with the passphrase of this server, check that no policy guards the certificate store, then retry.',
    },
    registry: {
      what: "Couldn't write the registration into the registry.",
      meaning:
        'The key InMageMT below Windows Azure Backup could not be restored, for example because the agent holds it.',
      next: 'Stop the service obengine, check that this program runs as administrator, then retry.',
    },
    rights: {
      what: "Couldn't register without all rights of an administrator.",
      meaning:
        'The tool needs the rights to back up and to restore files, which a policy can take from administrators.',
      next: 'Give Administrators "Back up files and directories" and "Restore files and directories", sign in again, then retry.',
    },
    file: {
      what: "Couldn't write the files of the registration.",
      meaning: 'They lie in C:\\ProgramData\\Microsoft Azure Site Recovery\\private.',
      next: 'Check free space, permissions and the virus scanner at that folder, then retry.',
    },
    log: {
      what: "Couldn't begin the registration: the agent has no settings or no log folder.",
      meaning:
        'drscout.conf or the folder of the log could not be opened, so the master target is not configured.',
      next: 'Check permissions and the virus scanner at the install folder, then retry.',
    },
  },
  proxy: {
    done: {
      what: 'The proxy of the agent is set.',
      meaning: 'The agent took the values.',
      next: 'Go on: this program proves the proxy by itself.',
    },
    failed: {
      what: "Couldn't set the proxy of the agent.",
      meaning:
        'SetMarsProxy.exe ends with 1 for every reason. What it said itself, if anything, is below.',
      next: 'Check address, port, user and password of the proxy. A user or password that ends in a backslash arrives with a quote instead: use another one, then retry.',
    },
    notStarted: {
      what: "Couldn't start SetMarsProxy.exe.",
      meaning: 'Set-up writes -1 when it could not make or start the command.',
      next: 'Prepare the set-up file again so that it is unpacked anew, then retry.',
    },
    emptyPort: {
      what: "Couldn't set the proxy of the agent: its port is empty.",
      meaning:
        'Set-up takes a proxy file without a port, and fails over it only here, at the very end.',
      next: 'Enter the port of the proxy, for example 8080, then retry.',
    },
    backslash: {
      what: "Couldn't set the proxy of the agent: a backslash at the end of the user or password spoiled the command.",
      meaning:
        'Set-up puts both between quotes, and a backslash before a quote makes it part of the value, so user and password arrived wrong.',
      next: 'Use a user and a password that do not end in a backslash, then retry.',
    },
    address: {
      what: "Couldn't set the proxy of the agent: its address has the wrong form.",
      meaning: 'It has to begin with http:// in lower case.',
      next: 'Enter the address in the form http://proxy.contoso.com, then retry.',
    },
    arguments: {
      what: "Couldn't set the proxy of the agent: a value broke the command.",
      meaning: 'A quote in one of the values made other arguments of it.',
      next: 'Use values without quotes and without a backslash at the end, then retry.',
    },
    module: {
      what: "Couldn't set the proxy of the agent: its PowerShell module is missing.",
      meaning: 'The Microsoft Azure Recovery Services Agent is not installed completely.',
      next: 'Remove the Microsoft Azure Recovery Services Agent by hand, then retry.',
    },
  },
  passphrase: {
    done: {
      what: 'The configuration server accepted the passphrase.',
      meaning: 'It answered on port 443 and took the passphrase.',
      next: 'Go on with the installation.',
    },
    failed: {
      what: "Couldn't test the passphrase against the configuration server.",
      meaning:
        'The tool ends with the same code for every failure, a connection that was refused as well as a wrong passphrase. What it said itself, if anything, is below.',
      next: 'Check the address of the configuration server, port 443 on it, and the passphrase, then retry.',
    },
    missing: {
      what: "Couldn't find the passphrase for the test.",
      meaning: 'The passphrase file was missing or empty when set-up read it.',
      next: 'Enter the passphrase again, then retry.',
    },
    notAdministrator: {
      what: "Couldn't test the passphrase without administrator rights.",
      meaning: 'The tool runs for administrators only.',
      next: 'Restart this program as administrator, then retry.',
    },
  },
  upload: {
    done: {
      what: 'The configuration server told its data port.',
      meaning: 'Set-up asks for it to send its logs there.',
      next: 'Go on: nothing depends on it.',
    },
    failed: {
      what: "Couldn't ask the configuration server for its data port.",
      meaning: 'Set-up asks only to send its logs there. The installation does not depend on it.',
      next: 'Go on: nothing depends on it. When other parts failed too, check the way to the configuration server.',
    },
    drive: {
      what: "Couldn't find the system drive.",
      meaning:
        'The tool writes its answer to C:\\ProgramData\\ASRSetupLogs. The installation does not depend on it.',
      next: 'Go on: nothing depends on it.',
    },
    argument: {
      what: "Couldn't ask the configuration server: an argument is wrong.",
      meaning: 'The tool got no usable address. The installation does not depend on it.',
      next: 'Go on: nothing depends on it.',
    },
    usage: {
      what: 'The tool only printed how it is used.',
      meaning: 'It was started without what it needs. The installation does not depend on it.',
      next: 'Go on: nothing depends on it.',
    },
  },
} as const;
