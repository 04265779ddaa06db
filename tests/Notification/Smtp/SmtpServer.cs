using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>A real mail server as far as the wire goes; a test tells it when to refuse, to hang up, or to say nothing.</summary>
sealed class SmtpServer : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<Task, TcpClient> _conversations = new();
    readonly TcpListener _listener;
    readonly Task _accepting;
    int _connections;

    /// <param name="port">Of a server that is back; one that is new gets a port that stays free while it is away.</param>
    public SmtpServer(int? port = null)
    {
        _listener = port is { } known ? new TcpListener(IPAddress.Loopback, known) : Ports.Reserve();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Connections seen so far.</summary>
    public int Connections => _connections;

    /// <summary>The reply to a recipient; null accepts him.</summary>
    public Func<string, string?> OnRecipient { get; set; } = _ => null;

    /// <summary>What to do once a mail has arrived whole: the reply, or null to hang up without one. The mail counts as received either way.</summary>
    public Func<ReceivedMail, string?> OnMail { get; set; } = _ => "250 2.0.0 Taken";

    /// <summary>True: accept connections and say nothing, in those that it has neither.</summary>
    public bool Silent { get; set; }

    /// <summary>Who may send, as <c>user:password</c>; null asks nobody.</summary>
    public string? Account { get; set; }

    /// <summary>As it was at first: it takes everything, and has seen nothing.</summary>
    public void Forget()
    {
        (OnRecipient, OnMail, Silent, Account) = (_ => null, _ => "250 2.0.0 Taken", false, null);
        Mails.Clear();
        _connections = 0;
    }

    public IEnumerable<ReceivedMail> To(string address) => Mails.Where(x => x.To == address);

    async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            var conversation = new SmtpConversation(this, client).RunAsync(_stop.Token);
            _conversations[conversation] = client;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var (conversation, client) in _conversations)
        {
            client.Dispose();
            await conversation.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }
}
