using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.AppHost.Servers;

/// <summary>A RabbitMQ broker of our own: node, cookie, name service and data in one directory, loopback only.</summary>
/// <param name="directory">Where everything is.</param>
/// <param name="port">AMQP.</param>
/// <param name="managementPort">HTTP API.</param>
/// <param name="distributionPort">Erlang's distribution protocol, for the command line tools; not published by a container.</param>
/// <param name="namePort">Erlang's name service: our own, not the system's.</param>
public sealed class RabbitMqServer(string directory, int port, int managementPort, int distributionPort = 0, int namePort = 0)
{
    /// <summary>Name of the administrator; no service uses it.</summary>
    public const string User = "helpdesk";

    /// <summary>The generated password.</summary>
    public string Password => PasswordFile.Read(directory);

    /// <summary>Base address of the HTTP API.</summary>
    public Uri Management => new($"http://127.0.0.1:{managementPort}/api/");

    /// <summary>Address of a virtual host.</summary>
    public string ConnectionString(string virtualHost = "/") =>
        $"amqp://{User}:{Password}@127.0.0.1:{port}/{Uri.EscapeDataString(virtualHost == "/" ? "" : virtualHost)}";

    /// <summary>Address of a virtual host for one of our hosts, with a user of its own.</summary>
    public string ConnectionStringOf(string user, string virtualHost = "/") =>
        $"amqp://{user}:{UsersPassword(user)}@127.0.0.1:{port}/{(virtualHost == "/" ? "" : Uri.EscapeDataString(virtualHost))}";

    string UsersPassword(string user) => PasswordFile.Read(Path.Combine(directory, "users", user));

    /// <summary>Writes the configuration, and creates the password unless it exists.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        PrivateFolder.Create(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "enabled_plugins"), "[rabbitmq_management].\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(directory, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {managementPort}
            management.rates_mode = none
            default_user = {User}
            default_pass = {Password}
            loopback_users = none
            vm_memory_high_watermark.relative = 0.2
            log.console.level = warning
            log.file = false
            log.console = true
            log.console.use_colors = off

            """, cancellationToken);
    }

    /// <summary>How to start it.</summary>
    /// <exception cref="MissingServerException">RabbitMQ is not installed.</exception>
    public ServerCommand Command() => new(
        Binaries.Find("rabbitmq-server")
            ?? throw new MissingServerException("RabbitMQ is not installed; run: apt-get install -y rabbitmq-server"),
        [], Environment(), "TERM");

    /// <summary>How to start Erlang's name service. The broker would start one that outlives it.</summary>
    public ServerCommand NameServiceCommand() => new(
        Binaries.Find("epmd") ?? throw new MissingServerException("Erlang is not installed; run: apt-get install -y rabbitmq-server"),
        ["-port", namePort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"], new Dictionary<string, string>(), "TERM");

    /// <summary>Whether it accepts connections and its HTTP API answers.</summary>
    public async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken = default)
    {
        try
        {
            using var response = await SendAsync(http, HttpMethod.Get, "health/checks/virtual-hosts", cancellationToken);
            return response.IsSuccessStatusCode && await Ports.AnswersAsync(port, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether Erlang's name service answers. A bare connection would make it log a complaint.</summary>
    public async Task<bool> NamesAnswerAsync(CancellationToken cancellationToken = default)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, namePort, cancellationToken);
        await client.GetStream().WriteAsync(new byte[] { 0, 1, (byte)'n' }, cancellationToken);
        return await client.GetStream().ReadAsync(new byte[4], cancellationToken) > 0;
    }

    /// <summary>Creates or updates a user with these permissions and no others.</summary>
    public async Task EnsureUserAsync(
        HttpClient http, string user, BrokerRights rights, string virtualHost = "/", CancellationToken cancellationToken = default)
    {
        var account = new { password = UsersPassword(user), tags = "" };
        using var made = await SendAsync(http, HttpMethod.Put, $"users/{user}", account, cancellationToken);
        made.EnsureSuccessStatusCode();
        using var given = await SendAsync(http, HttpMethod.Put, $"permissions/{Uri.EscapeDataString(virtualHost)}/{user}",
            new { configure = rights.Configure, write = rights.Write, read = rights.Read }, cancellationToken);
        given.EnsureSuccessStatusCode();
    }

    /// <summary>Calls the HTTP API as the administrator.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpClient http, HttpMethod method, string path, CancellationToken cancellationToken = default) =>
        SendAsync(http, method, path, new { configure = ".*", write = ".*", read = ".*" }, cancellationToken);

    Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        var administrator = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        var request = new HttpRequestMessage(method, new Uri(Management, path));
        request.Headers.Authorization = new("Basic", administrator);
        if (method == HttpMethod.Put)
            request.Content = JsonContent.Create(body);
        return http.SendAsync(request, cancellationToken);
    }

    Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = directory,
        // Always the same, for the data belongs to the node of that name. No other node uses our name service.
        ["RABBITMQ_NODENAME"] = "helpdesk@localhost",
        // Otherwise a shell would be between us and the broker, and be killed in its place.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(directory, "mnesia"),
        ["RABBITMQ_MNESIA_DIR"] = Path.Combine(directory, "mnesia", "node"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(directory, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(directory, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(directory, "enabled_plugins"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(directory, "pid"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_CRASH_DUMP"] = Path.Combine(directory, "erl_crash.dump"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = namePort.ToString(CultureInfo.InvariantCulture),
    };
}
