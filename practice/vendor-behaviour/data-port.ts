const unsigned16 = /^[\t-\r ]*\+?([0-9]+)[\t-\r ]*\0*$/;

/**
 * What set-up takes for a port: nothing at all, or what .NET's `UInt16.TryParse` reads as 1–65535
 * (blanks around it, one plus sign, leading zeros and NULs at the end are fine; vendor source,
 * SF/SetupHelper.cs).
 */
export function isPort(text: string): boolean {
  if (text === '') return true;
  const digits = unsigned16.exec(text)?.[1];
  if (digits === undefined) return false;
  const value = Number(digits);
  return value >= 1 && value <= 65535;
}
