using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Authentication;
using System.Text;
using Helpdesk.AppHost.Servers;
using Helpdesk.ServiceDefaults.Mail;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.IO;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>A real mail server; a test tells it when to refuse, to hang up, or to say nothing.</summary>
sealed class MailServer : IMailboxFilter, IMessageStore, IUserAuthenticator, IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly Task _running;
    int _connections;

    /// <param name="port">Of a server that is back; one that is new gets a port that stays free while it is away.</param>
    /// <param name="tls">What it offers.</param>
    public MailServer(int? port = null, MailServerTls tls = MailServerTls.None)
    {
        Port = port ?? Ports.Free();
        var services = new ServiceProvider();
        services.Add((IMailboxFilter)this);
        services.Add((IMessageStore)this);
        services.Add((IUserAuthenticator)this);
        services.Add(new MailServerCommands(this));
        services.Add(new MailServerListener(this));
        var options = new SmtpServerOptionsBuilder().ServerName("test.local").MaxRetryCount(1000)
            .CustomSmtpGreeting(_ => Greeting)
            .Endpoint(x =>
            {
                x.Endpoint(new(System.Net.IPAddress.Loopback, Port)).AllowUnsecureAuthentication().SessionTimeout(TimeSpan.FromMinutes(30));
                if (tls != MailServerTls.None)
                {
                    x.Certificate(TestCertificate.Own).SupportedSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13)
                        .IsSecure(tls == MailServerTls.Implicit);
                }
            }).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Connections seen so far.</summary>
    public int Connections => _connections;

    /// <summary>How it answers who calls.</summary>
    public string Greeting { get; set; } = "220 test.local ESMTP";

    /// <summary>What it offers, besides STARTTLS and a sign-in.</summary>
    public IReadOnlyList<string> Extensions { get; set; } = ["PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];

    /// <summary>The reply to a sender; null accepts them.</summary>
    public Func<string, string?> OnSender { get; set; } = _ => null;

    /// <summary>The reply to a recipient; null accepts them.</summary>
    public Func<string, string?> OnRecipient { get; set; } = _ => null;

    /// <summary>What to do once a mail has arrived whole: the reply, or null to hang up. The mail counts as received either way.</summary>
    public Func<ReceivedMail, string?> OnMail { get; set; } = _ => "250 2.0.0 Taken";

    /// <summary>How long it takes over a mail before it replies.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>True: accept connections and say nothing, in those that it has neither.</summary>
    public bool Silent { get; set; }

    /// <summary>Who may send, as <c>user:password</c>; null asks nobody.</summary>
    public string? Account { get; set; }

    public IEnumerable<ReceivedMail> To(string address) => Mails.Where(x => x.To == address);

    /// <summary>As it was at first: it takes everything, and has seen nothing.</summary>
    public void Forget()
    {
        (OnSender, OnRecipient, OnMail, Silent, Account) = (_ => null, _ => null, _ => "250 2.0.0 Taken", false, null);
        Delay = TimeSpan.Zero;
        Mails.Clear();
        _connections = 0;
    }

    public void CountConnection() => Interlocked.Increment(ref _connections);

    /// <summary>Whom it kept waiting it does not serve any more.</summary>
    public async Task KeepWaitingAsync(ISecurableDuplexPipe pipe)
    {
        while (Silent && !_stop.IsCancellationRequested)
            await Task.Delay(25);
        pipe.Dispose();
    }

    async Task<bool> IMailboxFilter.CanAcceptFromAsync(
        ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
    {
        // A conversation that had begun falls silent too: a worker keeps its connection from one mail to the next.
        if (Silent)
            await KeepWaitingAsync(context.Pipe);
        var isStranger = Account is not null && !context.Authentication.IsAuthenticated;
        return await AnswerAsync(context, isStranger ? "530 5.7.0 Sign in first" : OnSender($"{from.User}@{from.Host}"));
    }

    Task<bool> IMailboxFilter.CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        AnswerAsync(context, OnRecipient($"{to.User}@{to.Host}"));

    async Task<SmtpResponse> IMessageStore.SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var to = Assert.Single(transaction.To);
        var mail = new ReceivedMail($"{to.User}@{to.Host}", Encoding.UTF8.GetString(buffer), MailServerCommands.NameOf(context));
        Mails.Enqueue(mail);
        await Task.Delay(Delay, cancellationToken);
        if (OnMail(mail) is { } reply)
            return Response(reply);
        context.Pipe.Dispose();
        throw new IOException("Hung up.");
    }

    Task<bool> IUserAuthenticator.AuthenticateAsync(
        ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult($"{user}:{password}" == Account);

    static async Task<bool> AnswerAsync(ISessionContext context, string? reply)
    {
        if (reply is null)
            return true;
        if (char.IsAsciiDigit(reply[0]))
            throw new SmtpResponseException(Response(reply), quit: reply.StartsWith("421", StringComparison.Ordinal));
        // What does not speak like a mail server.
        await context.Pipe.Output.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"));
        context.Pipe.Dispose();
        throw new IOException("Hung up.");
    }

    static SmtpResponse Response(string reply) =>
        new((SmtpReplyCode)int.Parse(reply.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), reply[4..]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
