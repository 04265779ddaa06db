using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helpdesk.Gateway.Tests;

public sealed class Traces_of_a_request : IAsyncLifetime
{
    Upstream _service = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync();
        _gateway = await TestGateway.StartAsync(_service, "--services:notification:http:0=" + Upstream.DeadAddress,
            "--Logging:LogLevel:Default=Trace");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task N9_the_callers_id_is_kept_and_handed_on()
    {
        var response = await _gateway.GetAsync("/api/categories", ("X-Request-Id", "form-42.a_B"));

        Assert.Equal("form-42.a_B", response.Header("X-Request-Id"));
        Assert.Equal("form-42.a_B", _service.Arrivals.Single().Headers["X-Request-Id"]);
        Assert.Contains(await AccessLinesAsync(), x => x.Contains("request form-42.a_B", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("a, b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_id_that_could_confuse_a_log_is_replaced(string given)
    {
        var response = await _gateway.GetAsync("/api/categories", ("X-Request-Id", given));

        var id = response.Header("X-Request-Id");
        Assert.NotEqual(given, id);
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, _service.Arrivals.Single().Headers["X-Request-Id"]);
    }

    [Fact]
    public async Task Each_request_leaves_one_line()
    {
        await _gateway.GetAsync("/api/tickets/HD-000123");

        var line = Assert.Single(await AccessLinesAsync());
        Assert.Contains("GET /api/tickets/HD-000123 200", line, StringComparison.Ordinal);
        Assert.Contains("from 127.0.0.1", line, StringComparison.Ordinal);
        Assert.Matches($@"by ticketing\[[^\]]*127\.0\.0\.1:{_service.Address.Port}[^\]]*\],", line);
    }

    [Fact]
    public async Task A_line_end_in_an_address_stays_escaped()
    {
        await _gateway.GetAsync("/api/tickets/a%0Ab");
        Assert.Contains("/api/tickets/a%0Ab", Assert.Single(await AccessLinesAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/attachments/1?grant=")]
    [InlineData("/api/deliveries?grant=")]
    [InlineData("/api/nothing?grant=")]
    public async Task Secrets_are_neither_in_the_log_nor_in_the_traces(string path)
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue(activity.DisplayName + string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);

        var secret = Guid.NewGuid().ToString("N");
        await _gateway.GetAsync(path + secret, ("Authorization", "Tracking t" + secret), ("Cookie", "c=" + secret),
            ("Captcha-Pass", secret));

        Assert.NotEmpty(await AccessLinesAsync());
        Assert.NotEmpty(tags);
        Assert.DoesNotContain([.. _gateway.Log.All, .. tags], x => x.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf")]
    public async Task N9_an_outsider_neither_ends_nor_joins_a_trace_and_nothing_of_what_is_said_of_one_goes_further(
        params string[] settings)
    {
        await using var gateway = await TestGateway.StartAsync(_service, settings);
        var outsiders = ActivityTraceId.CreateRandom().ToHexString();
        await gateway.GetAsync("/api/categories", ("traceparent", $"00-{outsiders}-00f067aa0ba902b7-00"), ("tracestate", $"a={outsiders}"),
            ("baggage", $"b={outsiders}"), ("Correlation-Context", $"c={outsiders}"), ("Request-Id", outsiders));

        var headers = _service.Arrivals.Single().Headers;
        Assert.DoesNotContain(headers, x => x.Value.Contains(outsiders, StringComparison.Ordinal));
        Assert.Equal(settings.Length > 0,
            headers.TryGetValue("traceparent", out var ours) && ours.EndsWith("-01", StringComparison.Ordinal));
    }

    // The line is written after the answer has left.
    async Task<IReadOnlyList<string>> AccessLinesAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            var lines = _gateway.Log.All.Where(x => x.StartsWith("Helpdesk.Gateway.Access", StringComparison.Ordinal)).ToList();
            if (lines.Count > 0 || waited.Elapsed > TimeSpan.FromMinutes(1))
                return lines;
        }
    }
}
