namespace Helpdesk.ServiceDefaults;

/// <summary>Folders that no other user of the machine may enter.</summary>
public static class PrivateFolder
{
    /// <summary>Creates the folder. An existing one keeps its mode, for it may be a shared volume.</summary>
    /// <param name="path">Where.</param>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
