namespace Helpdesk.AppHost.Local.Servers;

/// <summary>Finds programs on PATH and where Debian puts them.</summary>
public static class Binaries
{
    /// <summary>Where Debian keeps server programs that are not on PATH.</summary>
    static readonly string[] DebianPlaces = ["/usr/sbin", "/sbin", "/usr/bin", "/usr/lib/rabbitmq/bin"];

    /// <summary>Full path of a program; null when it is not installed.</summary>
    public static string? Find(string name) => Places().Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);

    static IEnumerable<string> Places()
    {
        // The newest server first: Debian keeps several versions side by side, and none of them on PATH.
        IEnumerable<string> postgres = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(x => Path.Combine(x, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(postgres).Concat(DebianPlaces);
    }

    static int Version(string directory) => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0;
}
