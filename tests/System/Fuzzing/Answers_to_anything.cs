using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Helpdesk.WholeSystem.Description;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem.Fuzzing;

/// <summary>20,000 requests made from the API's own description, by callers of every kind.</summary>
[Collection(nameof(IsolatedSystem))]
public sealed class Answers_to_anything(IsolatedSystem another, ITestOutputHelper output)
{
    const int Requests = 20_000;
    const int AtOnce = 8;

    // Each of these costs a password hash, a picture or a mail by design; their share is enough to try every mutation on them.
    static readonly string[] Costly = ["/api/sessions", "/api/setup", "/api/registrations", "/api/password", "/api/links", "/api/accounts",
        "/api/captcha/challenges", "/api/mail-tests", "/api/tracking/reminders"];

    // They end what the callers are signed in with.
    static readonly string[] LeftOut = ["DELETE /api/sessions/current", "DELETE /api/sessions", "DELETE /api/sessions/{id}"];

    static readonly string[] Traces = ["   at ", "Exception", ".cs:line", "Npgsql", "Microsoft.", "System.", "MassTransit", "SELECT ",
        "/services/"];

    [Fact]
    public async Task Are_never_a_failure_of_the_server_and_never_show_its_insides()
    {
        using var crowd = await Crowd.GatherAsync(another.Helpdesk);
        using var anonymous = new ApiClient(another.Helpdesk.Gateway);
        var api = await ApiDescription.ReadAsync(anonymous);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var fuzz = new Fuzz(api, seed);
        var faults = new ConcurrentBag<string>();
        var statuses = new ConcurrentDictionary<int, int>();

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = another.Helpdesk.Gateway,
            Timeout = TimeSpan.FromMinutes(2) };
        await Parallel.ForEachAsync(Plan(api, fuzz, [.. Crowd.Kinds.Select(crowd.CredentialOf)]),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (planned, stop) =>
        {
            try
            {
                using var answer = await http.SendAsync(Message(planned.Request, planned.Credential), stop);
                statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, x) => x + 1);
                var text = await answer.Content.ReadAsStringAsync(stop);
                if (!(text.Length == 0 && IsNoRequest(planned.Request))
                    && Wrong((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text,
                        LeavesTheApi(planned.Request)) is { } wrong)
                    faults.Add($"{wrong}: {planned.Request}");
            }
            catch (HttpRequestException exception)
            {
                faults.Add($"{exception.Message}: {planned.Request}");
            }
        });

        output.WriteLine(string.Join(", ", statuses.OrderBy(x => x.Key).Select(x => $"{x.Key}: {x.Value}")));
        Assert.True(faults.IsEmpty,
            $"seed {seed}, {faults.Count} faults\n{string.Join('\n', faults.Take(40))}\n--- log ---\n{another.Helpdesk.Log}");
        // Requests that are all refused at the door would prove nothing.
        Assert.All([200, 201, 400, 401, 403, 404],
            x => Assert.True(statuses.GetValueOrDefault(x) > 20, $"{statuses.GetValueOrDefault(x)} answers with {x}"));
    }

    static IEnumerable<(FuzzedRequest Request, string? Credential)> Plan(ApiDescription api, Fuzz fuzz, IReadOnlyList<string?> credentials)
    {
        var operations = api.Operations.Where(x => !LeftOut.Contains(x.Route)).ToList();
        var cheap = operations.Where(x => x.Method == "GET" || !Costly.Any(y => x.Path.StartsWith(y, StringComparison.Ordinal))).ToList();
        var some = operations.Except(cheap).SelectMany(x => Enumerable.Repeat(x, 40)).ToList();
        return Enumerable.Range(0, Requests).Select(i =>
            (fuzz.Next(i < some.Count ? some[i] : cheap[i % cheap.Count]), credentials[i / 7 % credentials.Count]));
    }

    static HttpRequestMessage Message(FuzzedRequest request, string? credential)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Address);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
                message.Content.Headers.ContentType = type;
        }

        if (credential is not null)
            message.Headers.TryAddWithoutValidation("Authorization", credential);
        foreach (var (name, value) in request.Headers.Where(x => x.Value.All(char.IsAscii)))
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>The web server refuses it by the letter of HTTP, before any code of ours could explain it.</summary>
    static bool IsNoRequest(FuzzedRequest request) =>
        request.Address.Split('?')[0].Contains("%00", StringComparison.Ordinal) || request.Address.Length > 4_000;

    /// <summary>Enough steps up in its path lead to the pages, which refuse in their own form.</summary>
    static bool LeavesTheApi(FuzzedRequest request) =>
        !new Uri(new Uri("http://any"), request.Address.Split('?')[0]
            .Replace("%2e", ".", StringComparison.Ordinal)).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal);

    static string? Wrong(int status, string? type, string text, bool ofPages)
    {
        if (status >= 500)
            return $"{status} {text[..Math.Min(300, text.Length)]}";
        if (status < 400)
            return null;
        if (Traces.FirstOrDefault(x => text.Contains(x, StringComparison.Ordinal)) is { } trace)
            return $"{status} shows \"{trace}\" in {text[..Math.Min(500, text.Length)]}";
        return ofPages || type == "application/problem+json"
            && JsonDocument.Parse(text).RootElement.GetProperty("type").GetString()!
                .StartsWith("urn:helpdesk:problem:", StringComparison.Ordinal)
            ? null
            : $"{status} without a problem's form: {type} {text[..Math.Min(300, text.Length)]}";
    }
}
