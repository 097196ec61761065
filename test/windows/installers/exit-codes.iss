; Each way an installer of Inno Setup can end, asked for on the command line: /REFUSE=yes …
[Code]
function Asked(Name: String): Boolean;
begin
  Result := ExpandConstant('{param:' + Name + '|no}') = 'yes';
end;

function InitializeSetup: Boolean;
begin
  Result := not Asked('REFUSE');
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  NeedsRestart := Asked('RESTARTFIRST');
  if NeedsRestart or Asked('STOP') then
    Result := 'The installation can not begin.';
end;

function NeedRestart: Boolean;
begin
  Result := Asked('WISHRESTART');
end;

function GetCustomSetupExitCode: Integer;
begin
  Result := StrToInt(ExpandConstant('{param:OWNCODE|0}'));
end;
