using System.Net;
using System.Net.Sockets;
using System.Text;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.Browser.Browsing;

/// <summary>A line to Helpdesk on which pages arrive bit by bit, so that a browser has time to show each.</summary>
public sealed class SlowLine : IAsyncDisposable
{
    const int Bit = 256;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly TcpListener _listener = Ports.Reserve();
    readonly CancellationTokenSource _end = new();
    readonly HttpClient _http;
    readonly Task _accepting;

    public SlowLine(Uri helpdesk)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = helpdesk };
        _accepting = AcceptAsync();
    }

    public string Address => $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    async Task AcceptAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
                answers.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    async Task AnswerAsync(TcpClient browser)
    {
        using var _ = browser;
        try
        {
            await using var stream = browser.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var asked = await reader.ReadLineAsync(_end.Token);
            while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 })
            {
            }

            // Browsers open lines beforehand, on which they may ask nothing.
            if (asked is null)
                return;
            using var answer = await _http.GetAsync(new Uri(asked.Split(' ')[1], UriKind.Relative), _end.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(_end.Token);
            var head = $"HTTP/1.1 {(int)answer.StatusCode} -\r\nContent-Type: {answer.Content.Headers.ContentType}\r\n" +
                $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _end.Token);
            foreach (var bit in answer.Content.Headers.ContentType?.MediaType == "text/html" ? body.Chunk(Bit) : [body])
            {
                await stream.WriteAsync(bit, _end.Token);
                await Task.Delay(Pause, _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The page was left, or the test is over.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _http.Dispose();
        _end.Dispose();
    }
}
