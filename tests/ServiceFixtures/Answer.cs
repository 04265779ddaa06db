using System.Net;
using System.Text.Json;
using Xunit;

namespace Helpdesk.Fixtures;

/// <summary>A service's response.</summary>
public sealed record Answer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => field.ValueKind != JsonValueKind.Undefined || Text.Length == 0 ? field : field = JsonElement.Parse(Text);

    /// <summary>The last part of a problem's type; empty without a problem.</summary>
    public string Problem => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("type", out var type)
        ? type.GetString()!.Replace("urn:helpdesk:problem:", "", StringComparison.Ordinal)
        : "";

    /// <summary>The fields that a problem names.</summary>
    public IReadOnlyList<string> Wrong => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(x => x.Name)]
        : [];

    public JsonElement Items => Json.GetProperty("items");

    public string this[string member] => Json.GetProperty(member).ToString();

    /// <summary>The response, asserted to have this status.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}, not {(int)status}: {Text}");
        return this;
    }
}
