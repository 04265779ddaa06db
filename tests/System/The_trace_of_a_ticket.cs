using System.Text.Json;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem;

/// <summary>What an operator finds in the dashboard when somebody asks what became of a ticket.</summary>
public sealed class The_trace_of_a_ticket(Started started)
{
    [Fact]
    public async Task Leads_from_the_gateway_through_the_services_to_its_mails()
    {
        using var installation = await Installation.OpenAsync(started.Helpdesk);
        var desk = await installation.MakeDeskAsync(agents: 1);
        using var api = new ApiClient(started.Helpdesk.Gateway);
        var opened = await Customer.OpenAsync(api, desk, 1, TestContext.Current.CancellationToken);

        // Each host tells of itself, every few seconds.
        List<Span> trace = [];
        string[] expected =
        [
            "gateway: POST /api/tickets", "ticketing: POST /api/tickets", "assignment: AssignTicket",
            "notification: mail ticket-opened", "notification: mail ticket-assigned",
        ];
        await Eventually.HoldsAsync(
            async () => !expected.Except((trace = await TraceOfAsync(opened!.Number)).Select(x => $"{x.Service}: {x.Name}")).Any(),
            TimeSpan.FromMinutes(1));

        Assert.DoesNotContain(trace, x => x.Tells(desk.Mark));
    }

    /// <summary>The whole trace in which something carries this number and somebody opened a ticket.</summary>
    async Task<List<Span>> TraceOfAsync(string number)
    {
        using var http = new HttpClient { BaseAddress = started.Dashboard };
        http.DefaultRequestHeaders.Add("x-api-key", Started.DashboardKey);
        using var answer = JsonDocument.Parse(await http.GetStringAsync("/api/telemetry/traces?limit=10000"));
        var traces = Spans(answer.RootElement).ToLookup(x => x.Trace);
        return traces.FirstOrDefault(x => x.Any(y => y.Name == "POST /api/tickets") && x.Any(y => y.Tells(number)))?.ToList() ?? [];
    }

    static IEnumerable<Span> Spans(JsonElement answer) =>
        from resource in answer.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
        let service = resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
            .First(x => x.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString()
        from scope in resource.GetProperty("scopeSpans").EnumerateArray()
        from span in scope.GetProperty("spans").EnumerateArray()
        select new Span(span.GetProperty("traceId").GetString()!, service, span.GetProperty("name").GetString()!,
            span.TryGetProperty("attributes", out var attributes) ? attributes.GetRawText() : "");

    sealed record Span(string Trace, string Service, string Name, string Attributes)
    {
        public bool Tells(string words) => Attributes.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
