using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Gateway.Tests;

public sealed class Requests_that_are_too_large : IAsyncLifetime
{
    const int MiB = 1024 * 1024;

    Upstream _service = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync(async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            var size = 0L;
            var buffer = new byte[65536];
            for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;)
                size += read;
            await context.Response.WriteAsync($"{size}");
        });
        _gateway = await TestGateway.StartAsync(_service);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/tickets", MiB)]
    [InlineData("/api/attachments", 6 * MiB)]
    public async Task Up_to_the_limit_they_pass_whole(string path, int size)
    {
        using var response = await PostAsync(path, size, chunked: false);
        Assert.Equal($"{size}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/tickets", MiB + 1, false)]
    [InlineData("/api/tickets", MiB + 100_000, true)]
    [InlineData("/api/attachments", 6 * MiB + 1, false)]
    [InlineData("/api/attachments", 6 * MiB + 100_000, true)]
    [InlineData("/api/attachments", 30 * MiB, false)]
    [InlineData("/api/tickets/HD-000001/replies", MiB + 1, false)]
    public async Task Over_the_limit_they_are_refused_in_words(string path, int size, bool chunked)
    {
        using var response = await PostAsync(path, size, chunked);
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Over_the_limit_they_are_refused_in_words_on_a_slow_line_too()
    {
        // Longer than the server by itself reads on for after it has answered.
        using var body = new SlowContent(12 * MiB, TimeSpan.FromSeconds(7));
        using var response = await _gateway.Client.PostAsync("/api/attachments", body, TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("GET /api/tickets?q={0} HTTP/1.1\r\nHost: x\r\n\r\n", 5_000, 414)]
    [InlineData("GET /api/tickets HTTP/1.1\r\nHost: x\r\nX-Long: {0}\r\n\r\n", 20_000, 431)]
    public async Task Addresses_and_headers_have_limits_too(string request, int size, int status)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Address.Port, TestContext.Current.CancellationToken);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{0}", new string('a', size), StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        var line = await new StreamReader(stream).ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {status}", line, StringComparison.Ordinal);
        Assert.Empty(_service.Arrivals);
    }

    async Task<HttpResponseMessage> PostAsync(string path, int size, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[size]) };
        request.Headers.TransferEncodingChunked = chunked;
        return await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Half of it comes at once, and the other after a pause.</summary>
    sealed class SlowContent(int size, TimeSpan pause) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var half = new byte[size / 2];
            await stream.WriteAsync(half);
            await Task.Delay(pause);
            await stream.WriteAsync(half);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }
}
