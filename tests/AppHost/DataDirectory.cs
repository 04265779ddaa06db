namespace Helpdesk.AppHost.Tests;

/// <summary>Data of one installation, removed afterwards.</summary>
sealed class DataDirectory : IDisposable
{
    public DataDirectory()
    {
        // PostgreSQL runs as another user where the tests run as root: the folder must be open to it.
        const UnixFileMode Others =
            UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | Others);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("helpdesk-apphost-").FullName;

    public string ResourcesFile => System.IO.Path.Combine(Path, "resources.json");

    public void Dispose()
    {
        // What was killed may still be on its way out, and write.
        SpinWait.SpinUntil(() => Kernel.ProcessesOf(this).Count == 0, TimeSpan.FromSeconds(30));
        Directory.Delete(Path, recursive: true);
    }
}
