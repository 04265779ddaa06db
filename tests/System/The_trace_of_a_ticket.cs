using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem;

/// <summary>What an operator finds in the dashboard when somebody asks what became of a ticket.</summary>
public sealed class The_trace_of_a_ticket(SharedSystem started)
{
    [Fact]
    public async Task Leads_from_the_gateway_through_the_services_to_its_mails()
    {
        using var installation = await Installation.OpenAsync(started.Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 1);
        using var api = new ApiClient(started.Helpdesk.Gateway);
        var trace = await OpenAsync(api, area);

        // Each host tells of itself, every few seconds.
        List<Span> spans = [];
        string[] missing =
        [
            "gateway: POST /api/tickets", "ticketing: POST /api/tickets", "assignment: AssignTicket",
            "notification: mail ticket-opened", "notification: mail ticket-assigned",
        ];
        for (var watch = Stopwatch.StartNew(); missing.Length > 0 && watch.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(250))
        {
            spans = await SpansAsync(trace);
            missing = [.. missing.Except(spans.Select(x => $"{x.Service}: {x.Name}"))];
        }
        Assert.Empty(missing);

        Assert.DoesNotContain(spans, x => x.Tells(area.Mark));
    }

    /// <summary>The id of the request, which is that of its trace for who gave none.</summary>
    static async Task<string> OpenAsync(ApiClient api, StaffedArea area)
    {
        using var http = new HttpClient { BaseAddress = api.Gateway };
        http.DefaultRequestHeaders.Add("Captcha-Pass", await Customer.SolveCaptchaAsync(api));
        http.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var opened = await http.PostAsJsonAsync("/api/tickets", area.Ticket(1), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        return opened.Headers.GetValues("X-Request-Id").Single();
    }

    async Task<List<Span>> SpansAsync(string trace)
    {
        using var http = new HttpClient { BaseAddress = started.Dashboard };
        http.DefaultRequestHeaders.Add("x-api-key", SharedSystem.DashboardKey);
        using var answer = await http.GetAsync($"/api/telemetry/traces/{trace}");
        return answer.StatusCode == HttpStatusCode.NotFound ? [] : [.. Spans(await answer.Content.ReadFromJsonAsync<JsonElement>())];
    }

    static IEnumerable<Span> Spans(JsonElement answer) =>
        from resource in answer.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
        let service = resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
            .First(x => x.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString()
        from scope in resource.GetProperty("scopeSpans").EnumerateArray()
        from span in scope.GetProperty("spans").EnumerateArray()
        // Replicas tell their number.
        select new Span(service!.Split('-')[0], span.GetProperty("name").GetString()!,
            span.TryGetProperty("attributes", out var attributes) ? attributes.GetRawText() : "");

    sealed record Span(string Service, string Name, string Attributes)
    {
        public bool Tells(string words) => Attributes.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
