namespace Helpdesk.AppHost.Servers;

/// <summary>A folder that no other user of the machine may enter: what servers write there, passwords and messages among it, is readable for everybody by itself.</summary>
static class PrivateFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Create(string path)
    {
        Directory.CreateDirectory(path, OwnerOnly);
        // One that was there already keeps its mode else.
        File.SetUnixFileMode(path, OwnerOnly);
    }
}
