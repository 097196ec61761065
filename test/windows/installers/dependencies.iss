; Built as: ISCC /DProgram=C:\…\tool.exe /O… dependencies.iss
; The key has no "Microsoft " although the display name has. Source: vendor source,
; cx_thirdparty_setup.iss.
[Setup]
AppName=Azure Site Recovery Configuration/Process Server Dependencies
AppVerName=Microsoft Azure Site Recovery Configuration/Process Server Dependencies
AppVersion=9.65.7320.1
AppPublisher=Microsoft Corporation
DefaultDirName={sd}\thirdparty
DisableProgramGroupPage=yes
OutputBaseFilename=dependencies
UninstallRestartComputer=yes
Compression=none

[Files]
Source: "{#Program}"; DestDir: "{app}\bin"; DestName: "dependency.exe"

[Registry]
Root: HKLM; Subkey: "SOFTWARE\InMage Systems\Installed Products\10"; ValueType: string; ValueName: "Build_Version"; ValueData: "9.65.7320.1"; Flags: uninsdeletekey

#include "exit-codes.iss"

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usUninstall) and RegKeyExists(HKLM, 'SOFTWARE\InMage Systems\Installed Products\9') then
  begin
    SuppressibleMsgBox('Other software has to be removed first.', mbError, MB_OK, IDOK);
    Abort;
  end;
end;
