using System.Net;
using System.Text.Json;

namespace Helpdesk.Ui.Api;

/// <summary>What a service said: a value, or a problem.</summary>
public sealed record Answer<T>(HttpStatusCode Status, T? Value, Refusal? Refusal)
{
    public bool Succeeded => Refusal is null;

    /// <summary>The value of an answer that was checked to be one.</summary>
    public T Required => Value ?? throw new InvalidOperationException($"The service answered {(int)Status} {Refusal?.Type}.");
}

/// <summary>Why a service did not do it, in the form of RFC 9457.</summary>
/// <param name="Type">The stable word, such as <c>captcha-wrong</c>.</param>
/// <param name="Fields">Names of the fields that are wrong, in camel case.</param>
/// <param name="More">Members of this kind of problem.</param>
public sealed record Refusal(HttpStatusCode Status, string Type, string? Detail, IReadOnlyList<string> Fields, JsonElement? More = null)
{
    /// <summary>The service was not reached, or not in time.</summary>
    public static Refusal OutOfReach { get; } = new(HttpStatusCode.ServiceUnavailable, "unavailable", null, []);

    public bool IsOutOfReach => Status >= HttpStatusCode.InternalServerError;

    /// <summary>What a page says that cannot be shown because of it: come back in a moment, or there is nothing here.</summary>
    public int PageStatus => (int)(IsOutOfReach ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NotFound);

    public static Refusal Read(HttpStatusCode status, JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } problem)
            return new(status, $"{(int)status}", null, []);
        var type = Text(problem, "type") ?? "";
        return new(status, type[(type.LastIndexOf(':') + 1)..], Text(problem, "detail"),
            problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object ? [.. errors.EnumerateObject().Select(x => x.Name)] : [], problem);
    }

    /// <summary>A member of this kind of problem that is a text; null when it has none.</summary>
    public string? Member(string name) => More is { } problem ? Text(problem, name) : null;

    static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
