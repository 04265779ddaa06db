namespace Helpdesk.ServiceDefaults;

/// <summary>Folders that no other user of the machine may enter.</summary>
public static class PrivateFolder
{
    /// <summary>Creates the folder. One that is there already keeps its mode: whoever made it, perhaps as a shared volume, knows why.</summary>
    /// <param name="path">Where.</param>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
