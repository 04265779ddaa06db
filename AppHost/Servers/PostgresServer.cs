using System.Globalization;
using Npgsql;

namespace Helpdesk.AppHost.Servers;

/// <summary>A PostgreSQL server of our own: data in one directory, loopback only, generated passwords.</summary>
public sealed class PostgresServer(string directory, int port)
{
    /// <summary>Name of the superuser, who creates databases and their owners; no service uses it.</summary>
    public const string User = "helpdesk";

    string Data => Path.Combine(directory, "data");

    /// <summary>The generated password.</summary>
    public string Password => PasswordFile.Read(directory);

    /// <summary>Connection string of the superuser, without a database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username={User};Password={Password}";

    /// <summary>Connection string of a database's owner, who has the same name.</summary>
    public string ConnectionStringOf(string database) =>
        $"Host=127.0.0.1;Port={port};Username={database};Password={OwnersPassword(database)};Database={database}";

    internal string OwnersPassword(string database) => PasswordFile.Read(Path.Combine(directory, "owners", database));

    /// <summary>A connection as superuser.</summary>
    internal async Task<NpgsqlConnection> ConnectAsync(string database = "postgres", CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Database={database};Pooling=false;Timeout=15");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Whether it accepts connections.</summary>
    internal async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>Creates the data directory unless it exists.</summary>
    /// <exception cref="MissingServerException">PostgreSQL is not installed.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(Data))
            return;

        _ = Password;
        // The server refuses to run as root, so everything belongs to the user it runs as.
        await ServerUser.OwnAsync(directory, cancellationToken);
        // Under another name until it is complete: an interrupted one would look like data.
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        string[] arguments =
        [
            "-D", unfinished, "-U", User, $"--pwfile={PasswordFile.PathIn(directory)}", "--auth=scram-sha-256", "--encoding=UTF8",
            "--locale=C.UTF-8", "--no-sync",
        ];
        var initialize = new ServerCommand(Program("initdb"), arguments,
            new Dictionary<string, string>(), "INT", ServerUser.Name).Line();
        var (exitCode, output) = await Shell.RunAsync(initialize[0], initialize.Skip(1), cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"PostgreSQL could not create its data directory: {output}");
        Directory.Move(unfinished, Data);
    }

    /// <summary>How to start it.</summary>
    /// <param name="settings">Further settings, besides those that keep it small and local.</param>
    public ServerCommand Command(params string[] settings)
    {
        string[] all =
        [
            "listen_addresses=127.0.0.1", $"port={port.ToString(CultureInfo.InvariantCulture)}", "unix_socket_directories=",
            "max_connections=300", $"shared_buffers={Megabytes(SharedBuffers())}MB", .. settings,
        ];
        return new ServerCommand(Program("postgres"),
            ["-D", Data, .. all.SelectMany(x => new[] { "-c", x })],
            new Dictionary<string, string>(), "INT", ServerUser.Name);
    }

    /// <summary>
    /// Shared buffers: a quarter of the machine's memory, as PostgreSQL's manual advises, up to what a million tickets with their indexes
    /// need. Memory is taken as data comes, so a small installation uses little of it.
    /// </summary>
    static long SharedBuffers() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 128L << 20, 2L << 30);

    static string Megabytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);

    static string Program(string name) =>
        Binaries.Find(name) ?? throw new MissingServerException("PostgreSQL is not installed; run: apt-get install -y postgresql");
}
