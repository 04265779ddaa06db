using System.Diagnostics;
using System.Net.Http.Json;
using Helpdesk.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class What_a_host_exports : IAsyncLifetime
{
    const string Secret = "qW3_x-7ZkP0aB9cD2eF4gH6jK8mN1pR5";
    const string Mailbox = "ana.lopez@example.org";
    static readonly ActivitySource Messages = new("MassTransit");
    static readonly ActivitySource Statements = new("Npgsql");
    static readonly ActivitySource Ours = new("Helpdesk.Sample");
    static readonly ActivitySource Others = new("Experimental.Anything");
    readonly string _own = $"own-{Guid.NewGuid():N}";

    Collector _collector = null!;
    TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _host = await _collector.StartHostAsync(app =>
        {
            app.MapGet("/api/tickets/{number}", () => "").AllowAnonymous();
            app.MapPost("/api/tickets/{number}/replies", () => "").AllowAnonymous();
            app.MapPost("/api/tickets", () => TypedResults.Created("/api/tickets/HD-000123")).AllowAnonymous();
            app.MapGet("/door/{**rest}", (string rest) =>
                rest.StartsWith("not", StringComparison.Ordinal) ? (IResult)TypedResults.NotFound() : TypedResults.Ok()).AllowAnonymous();
            app.MapGet("/t/{secret}", (ILogger<What_a_host_exports> log, string secret) =>
            {
                log.LogWarning("The link {Address} of {Mailbox} was opened", $"/t/{secret}", Mailbox);
                var uri = new Uri($"https://desk.example/t/{secret}");
                log.LogError(new InvalidOperationException($"550 <{Mailbox}> unknown; see {uri}"), "It failed for {Uri}", uri);
                Activity.Current!.SetTag("whatever", $"https://desk.example/t/{secret}")
                    .SetTag("uri", uri).SetTag("several", new[] { $"/t/{secret}", Mailbox })
                    .SetTag("in.words", $"sent to {Mailbox} with /opened/{secret}");
                var failure = $"/t/{secret} of {Mailbox}";
                Activity.Current!.AddException(new InvalidOperationException(failure)).SetStatus(ActivityStatusCode.Error, failure);
                return TypedResults.Redirect($"/opened/{secret}");
            }).AllowAnonymous();
        });
    }

    [Theory]
    [InlineData("POST", "/api/tickets/HD-000071/replies", "POST /api/tickets/{number}/replies", "HD-000071")]
    [InlineData("GET", "/api/tickets/71", "GET /api/tickets/{number}", "HD-000071")]
    [InlineData("GET", "/api/tickets/hd-71", "GET /api/tickets/{number}", "HD-000071")]
    [InlineData("POST", "/api/tickets", "POST /api/tickets", "HD-000123")]
    [InlineData("GET", "/api/tickets/Maria%20Lopez", "GET /api/tickets/{number}", null)]
    public async Task N9_a_request_is_named_after_its_address_and_tells_the_tickets_number(
        string method, string path, string name, string? ticket)
    {
        using var request = new HttpRequestMessage(new(method), $"{path}?{_own}=1");
        request.Headers.UserAgent.ParseAdd(_own);
        await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Export();

        var span = Assert.Single(_collector.Spans, x => (string?)x.GetTagItem("user_agent.original") == _own);
        Assert.Equal((name, ticket), (span.DisplayName, (string?)span.GetTagItem("helpdesk.ticket")));
    }

    [Theory]
    [InlineData("/door/tickets/HD-000071/replies", "GET /door/tickets/{number}/replies")]
    [InlineData("/door/accounts/0198a3c4-7d2e-7c3b-9f10-1a2b3c4d5e6f", "GET /door/accounts/{}")]
    [InlineData("/door/t/secret/live", "GET /door/t/{}/live")]
    [InlineData("/door/tickets/", "GET /door/tickets")]
    [InlineData("/door/Maria%20Lopez", "GET /door/{}")]
    [InlineData("/door/not-there/whatever", "GET /door/{**rest}")]
    public async Task A_request_that_is_passed_on_is_named_after_what_was_asked_for(string path, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.UserAgent.ParseAdd(_own);
        await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Export();

        Assert.Equal(name, Assert.Single(_collector.Spans, x => (string?)x.GetTagItem("user_agent.original") == _own).DisplayName);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Whoever_asks_how_it_is_leaves_no_trace(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.UserAgent.ParseAdd(_own);
        (await _host.Client.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Export();

        Assert.DoesNotContain(_collector.Spans, x => (string?)x.GetTagItem("user_agent.original") == _own);
    }

    [Fact]
    public void A_poll_leaves_no_trace_and_neither_does_what_it_asks_for()
    {
        using (var poll = Ours.StartActivity(_own, ActivityKind.Client))
        {
            Assert.False(poll!.Recorded);
            Assert.Null(Ours.StartActivity(_own + " inside", ActivityKind.Internal));
            // As a service sees it that is called.
            using var called = Ours.StartActivity(_own + " there", ActivityKind.Server, new ActivityContext(
                poll.TraceId, poll.SpanId, poll.ActivityTraceFlags, isRemote: true));
            Assert.False(called!.Recorded);
        }

        using (var timer = Ours.StartActivity(_own + " timer", ActivityKind.Producer))
        using (var query = Ours.StartActivity(_own + " query", ActivityKind.Client))
            Assert.True(timer!.Recorded && query!.Recorded);
    }

    [Fact]
    public void The_steps_of_a_message_are_named_after_it_and_who_consumes_it()
    {
        using var request = Ours.StartActivity(_own, ActivityKind.Server)!;
        Assert.Null(Messages.StartActivity("outbox send", ActivityKind.Producer));
        using (var sent = Step("Helpdesk.Contracts:TicketOpened send", ActivityKind.Producer))
            Message(sent!);
        using (var received = Message(Step("assignment-assign-ticket receive", ActivityKind.Consumer)!)
            .SetTag("helpdesk.ticket", "HD-000123"))
        using (var consumed = Step("assignment-assign-ticket process", ActivityKind.Consumer))
            Message(consumed!).SetTag("messaging.masstransit.consumer_type", "Helpdesk.Assignment.Assigning.AssignTicket");

        var told = _collector.Spans.Where(x => x.TraceId == request.TraceId).Select(x => (x.DisplayName, x.GetTagItem("helpdesk.ticket")));
        Assert.Equal([("TicketOpened sent", null), ("AssignTicket", "HD-000123"), ("TicketOpened received", "HD-000123")], told);

        static Activity? Step(string name, ActivityKind kind) => Messages.StartActivity(name, kind);

        static Activity Message(Activity span) =>
            span.SetTag("messaging.masstransit.message_types",
                "urn:message:Helpdesk.Contracts:TicketOpened,urn:message:Helpdesk.Contracts:Any");
    }

    [Theory]
    [InlineData("SELECT t.id, t.\"from\"\nFROM ticket AS t", "SELECT ticket")]
    [InlineData("SELECT EXISTS (\n    SELECT 1\n    FROM installation AS i)", "SELECT installation")]
    [InlineData("INSERT INTO \"inbox_message\" (id) VALUES (@p0);\nUPDATE round SET last = @p1", "INSERT inbox_message")]
    [InlineData("UPDATE delivery AS d SET state = @p FROM unnest(@k) AS k", "UPDATE delivery")]
    [InlineData("delete from bounce where at < @p", "DELETE bounce")]
    [InlineData("select pg_advisory_xact_lock(@p0)", "SELECT pg_advisory_xact_lock")]
    [InlineData("SAVEPOINT \"__EFSavePoint\";", "SAVEPOINT")]
    [InlineData("", "helpdesk")]
    public void A_statement_is_named_after_what_it_does_with_which_table(string text, string name)
    {
        Activity span;
        using (span = Statements.StartActivity("helpdesk", ActivityKind.Client, new ActivityContext(
            ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded))!)
            span.SetTag("db.query.text", text);
        Export();
        Assert.Equal(name, span.DisplayName);
    }

    [Theory]
    [InlineData("traces")]
    [InlineData("logs")]
    [InlineData("metrics")]
    public async Task G20_neither_the_secret_of_a_link_nor_a_mailbox_leaves_the_host(string signal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/t/{Secret}?grant={Secret}&{_own}");
        request.Headers.Referrer = new Uri($"https://desk.example/t/{Secret}");
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0");
        await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await _host.Client.GetAsync($"/nowhere/{Secret}", TestContext.Current.CancellationToken);

        var received = Export(signal);
        Assert.Contains("test", received, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret[..16], received, StringComparison.Ordinal);
        Assert.DoesNotContain("ana.lopez", received, StringComparison.Ordinal);
        foreach (var still in signal switch
        {
            "traces" => new[] { "GET /t/{secret}", "https://desk.example/t/***", "sent to *** with /opened/***" },
            "logs" => ["The link /t/*** of *** was opened", "InvalidOperationException", "550 *** unknown; see https://desk.example/t/***"],
            _ => ["http.server.request.duration", "/t/{secret}", "dotnet.gc.collections"],
        })
            Assert.Contains(still, received, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_and_a_route_are_told_as_they_stand_in_the_code()
    {
        const string Statement = "SELECT a/b FROM ticket WHERE number = @number";
        const string Route = "/t/{secret}";
        using (var query = Ours.StartActivity(_own, ActivityKind.Server)!.SetTag("db.query.text", Statement).SetTag("http.route", Route))
        {
        }

        var span = Assert.Single(_collector.Spans, x => x.OperationName == _own);
        Assert.Equal((Statement, Route), (span.GetTagItem("db.query.text"), span.GetTagItem("http.route")));
    }

    [Fact]
    public async Task Is_nothing_when_nobody_says_where_to()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGet("/", () => "").AllowAnonymous());
        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.False(Others.HasListeners());
    }

    string Export(string signal = "traces") => _collector.Received(_host, signal);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _collector.DisposeAsync();
    }
}
