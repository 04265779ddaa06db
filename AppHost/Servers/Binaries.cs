namespace Helpdesk.AppHost.Servers;

/// <summary>Finds programs on PATH and in Debian's folders; only in the folders of HELPDESK_PROGRAMS when that is set.</summary>
public static class Binaries
{
    // PATH has a wrapper that changes the user; the program itself runs as anybody.
    const string RabbitMq = "/usr/lib/rabbitmq/bin";

    /// <summary>Folders of Debian that may not be on PATH.</summary>
    static readonly string[] DebianPlaces = ["/usr/sbin", "/sbin", "/usr/bin"];

    /// <summary>Full path of a program; null when it is not installed.</summary>
    public static string? Find(string name) => Places().Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);

    static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_PROGRAMS") is { Length: > 0 } only)
            return only.Split(':');

        // The newest server first: Debian installs versions side by side, none of them on PATH.
        IEnumerable<string> postgres = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(x => Path.Combine(x, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Prepend(RabbitMq).Concat(postgres).Concat(DebianPlaces);
    }

    static int Version(string directory) => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0;
}
