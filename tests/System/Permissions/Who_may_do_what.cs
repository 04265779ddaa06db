using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Helpdesk.WholeSystem.Description;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem.Permissions;

/// <summary>Every address of the API, tried by everybody. The table in this folder says what each gets.</summary>
[Collection(nameof(Another))]
public sealed class Who_may_do_what(Another another)
{
    static readonly string[] Refusals = ["401", "403", "404"];

    [Fact]
    public async Task SE2_is_as_the_table_says_for_every_address_and_everybody()
    {
        using var crowd = await Crowd.GatherAsync(another.Helpdesk);
        using var anonymous = new ApiClient(another.Helpdesk.Gateway);
        using var http = new HttpClient { BaseAddress = another.Helpdesk.Gateway };
        var api = await ApiDescription.ReadAsync(anonymous);
        var things = await Things.FindAsync(crowd);

        var actual = new List<string>();
        var ordered = api.Operations.OrderBy(Ends).ThenBy(x => x.Path, StringComparer.Ordinal)
            .ThenBy(x => x.Method, StringComparer.Ordinal);
        foreach (var operation in ordered)
        {
            var cells = new List<string>();
            foreach (var kind in Crowd.Kinds)
            {
                using var message = Message(api, operation, things, crowd.CredentialOf(kind));
                using var answer = await http.SendAsync(message, TestContext.Current.CancellationToken);
                var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
                cells.Add(Refusals.Contains(status) ? status : (int)answer.StatusCode < 500 ? "+" : status);
            }

            actual.Add(Table.Line(operation.Route, cells));
        }

        var expected = Table.Lines;
        var differences = actual.Except(expected).Select(x => "is    " + x).Concat(expected.Except(actual).Select(x => "table " + x)).OrderBy(x => x[6..], StringComparer.Ordinal).ToList();
        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\n\n--- as it is ---\n{string.Join('\n', actual)}");
    }

    /// <summary>These come last: after them nobody holds the ticket's link, or is signed in.</summary>
    static int Ends(Operation operation) => operation switch
    {
        { Method: "DELETE" } when operation.Path.StartsWith("/api/sessions", StringComparison.Ordinal) => 2,
        { Path: "/api/tickets/{number}/tracking-links" } => 1,
        _ => 0,
    };

    static HttpRequestMessage Message(ApiDescription api, Operation operation, Things things, string? credential)
    {
        var message = new HttpRequestMessage(new HttpMethod(operation.Method), things.Address(operation));
        if (operation.Body("multipart/form-data") is not null)
            message.Content = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.txt" } };
        else if (operation.Description["requestBody"] is not null)
        {
            var body = things.Fill(api.Example(operation, new Random(1)) ?? new JsonObject());
            message.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (credential is not null)
            message.Headers.TryAddWithoutValidation("Authorization", credential);
        return message;
    }
}
