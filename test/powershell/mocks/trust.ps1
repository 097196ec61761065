# Takes any certificate for a good one, so that a server on this computer can be asked by https.
Add-Type -IgnoreWarnings -TypeDefinition @'
using System.Net.Security;
public static class MockedTrust
{
    public static RemoteCertificateValidationCallback Accept()
    {
        return delegate { return true; };
    }
}
'@
[Net.ServicePointManager]::ServerCertificateValidationCallback = [MockedTrust]::Accept()
