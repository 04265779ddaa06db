namespace Helpdesk.AppHost.Servers;

/// <summary>
/// A folder that no other user of the machine may enter: servers write passwords and messages there that everybody could read otherwise.
/// </summary>
static class PrivateFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Create(string path)
    {
        Directory.CreateDirectory(path, OwnerOnly);
        // An existing folder would keep its mode otherwise.
        File.SetUnixFileMode(path, OwnerOnly);
    }
}
