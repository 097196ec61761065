; Built as: ISCC /DProgram=C:\…\tool.exe /O… process-server.iss
; Source: vendor source, ucx_server_setup.iss.
[Setup]
AppName=Microsoft Azure Site Recovery Configuration/Process Server
AppVerName=Microsoft Azure Site Recovery Configuration/Process Server
AppVersion=9.65.7320.1
AppPublisher=Microsoft Corporation
DefaultDirName={sd}\Program Files (x86)\Microsoft Azure Site Recovery\home\svsystems
DisableProgramGroupPage=yes
OutputBaseFilename=process-server
Compression=none

[Files]
Source: "{#Program}"; DestDir: "{app}\bin"; DestName: "service.exe"

[Registry]
Root: HKLM; Subkey: "SOFTWARE\InMage Systems\Installed Products\9"; ValueType: string; ValueName: "Build_Version"; ValueData: "9.65.7320.1"; Flags: uninsdeletekey

#include "exit-codes.iss"
