using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Gateway.Tests;

/// <summary>What no browser sends, and scanners do: refused or not there, and never our failure.</summary>
public sealed class Requests_that_are_odd : IAsyncLifetime
{
    Upstream _service = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync();
        _gateway = await TestGateway.StartAsync(_service);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("TRACE / HTTP/1.1")]
    [InlineData("CONNECT x:443 HTTP/1.1")]
    [InlineData("PROPFIND / HTTP/1.1")]
    [InlineData("GET /%ff HTTP/1.1")]
    [InlineData("GET /%00 HTTP/1.1")]
    [InlineData("GET /%C0%AE%C0%AE/ HTTP/1.1")]
    [InlineData("GET /api/tickets/%ff HTTP/1.1")]
    [InlineData("GET /api/tickets/a%0d%0ab HTTP/1.1")]
    [InlineData("GET /api/tickets/[x]|{y}^`z HTTP/1.1")]
    [InlineData("GET /?q=%00%ff HTTP/1.1")]
    [InlineData("GET /.env HTTP/1.1")]
    [InlineData("GET //// HTTP/1.1")]
    [InlineData("GET /api//tickets HTTP/1.1")]
    [InlineData("GET http://x HTTP/1.1")]
    [InlineData("GET / HTTP/1.1", "User-Agent: se\u00f1or")]
    [InlineData("GET /api/tickets HTTP/1.1", "X-Name: \u4e2d\u6587")]
    [InlineData("GET /api/tickets HTTP/1.1", "Referer: http://x/\u00e9")]
    [InlineData("GET /api/tickets HTTP/1.1", "Accept: ;;;")]
    [InlineData("GET / HTTP/1.1", "Accept: text/html;q=x, */")]
    [InlineData("GET / HTTP/1.1", "Cookie: helpdesk=\u00f1; =; ;;")]
    [InlineData("GET /api/tickets HTTP/1.1", "Authorization: Bearer \u00f1")]
    [InlineData("GET /api/tickets HTTP/1.1", "Upgrade: websocket")]
    [InlineData("GET /api/tickets HTTP/1.1", "Range: bytes=x")]
    [InlineData("GET /api/tickets HTTP/1.1", "X-Request-Id: \u00f1")]
    public async Task G20_are_no_failure_of_ours(string line, string? header = null)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Address.Port, TestContext.Current.CancellationToken);
        var stream = tcp.GetStream();
        var request = $"{line}\r\nHost: x\r\nConnection: close\r\n{(header is null ? "" : header + "\r\n")}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Matches("^HTTP/1.1 [234][0-9][0-9] ", answer);
    }
}
