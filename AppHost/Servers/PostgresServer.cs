using System.Globalization;
using Npgsql;

namespace Helpdesk.AppHost.Servers;

/// <summary>A PostgreSQL of our own: its data in one directory, its door on loopback, its passwords generated.</summary>
public sealed class PostgresServer(string directory, int port)
{
    /// <summary>Name of the superuser, who makes databases and their owners; no service signs in as him.</summary>
    public const string User = "helpdesk";

    string Data => Path.Combine(directory, "data");

    /// <summary>The generated password.</summary>
    public string Password => PasswordFile.Read(directory);

    /// <summary>Connection string of the superuser, without a database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username={User};Password={Password}";

    /// <summary>Connection string of the role that owns a database, which has the same name.</summary>
    public string ConnectionStringOf(string database) => $"Host=127.0.0.1;Port={port};Username={database};Password={OwnersPassword(database)};Database={database}";

    internal string OwnersPassword(string database) => PasswordFile.Read(Path.Combine(directory, "owners", database));

    /// <summary>The superuser in a database.</summary>
    internal async Task<NpgsqlConnection> ConnectAsync(string database = "postgres", CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Database={database};Pooling=false;Timeout=15");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Whether it takes connections.</summary>
    internal async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>Creates the data directory unless it is there.</summary>
    /// <exception cref="MissingServerException">PostgreSQL is not installed.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(Data))
            return;

        _ = Password;
        // The server refuses to run as root, so everything here belongs to the user it runs as.
        await ServerUser.OwnAsync(directory, cancellationToken);
        // Under another name until it is whole: one that was interrupted would look like data.
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        var initialize = new ServerCommand(Program("initdb"), ["-D", unfinished, "-U", User, $"--pwfile={PasswordFile.PathIn(directory)}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
            new Dictionary<string, string>(), "INT", ServerUser.Name).Line();
        var (exitCode, output) = await Shell.RunAsync(initialize[0], initialize.Skip(1), cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"PostgreSQL could not create its data directory: {output}");
        Directory.Move(unfinished, Data);
    }

    /// <summary>How to start it.</summary>
    /// <param name="settings">Settings of the server beside the ones that keep it small and local.</param>
    public ServerCommand Command(params string[] settings)
    {
        string[] all =
        [
            "listen_addresses=127.0.0.1", $"port={port.ToString(CultureInfo.InvariantCulture)}", "unix_socket_directories=",
            "max_connections=300", $"shared_buffers={Megabytes(Kept())}MB", .. settings,
        ];
        return new ServerCommand(Program("postgres"),
            ["-D", Data, .. all.SelectMany(x => new[] { "-c", x })],
            new Dictionary<string, string>(), "INT", ServerUser.Name);
    }

    /// <summary>
    /// A quarter of the machine's memory, as PostgreSQL's manual advises, for what it has read; of a large machine so much that the words and indexes of a
    /// million tickets find room. It is taken as data comes, so a small installation uses little of it.
    /// </summary>
    static long Kept() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 128L << 20, 2L << 30);

    static string Megabytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);

    static string Program(string name) => Binaries.Find(name) ?? throw new MissingServerException("PostgreSQL is not installed; run: apt-get install -y postgresql");
}
