using System.Net;
using System.Text.Json;
using Helpdesk.Api;

namespace Helpdesk.Ui.Api;

/// <summary>Why a service did not do what it was asked for, in the form of RFC 9457.</summary>
/// <param name="Type">One of <see cref="ProblemTypes"/>, or another URN of that form.</param>
/// <param name="Fields">Names of the fields that are wrong, in camel case.</param>
/// <param name="Members">All members of the problem; null when it came without any.</param>
public sealed record ApiProblem(HttpStatusCode Status, string Type, IReadOnlyList<string> Fields, JsonElement? Members = null)
{
    /// <summary>The service was not reached, or did not answer in time.</summary>
    public static ApiProblem Unreachable { get; } = new(HttpStatusCode.ServiceUnavailable, ProblemTypes.Unavailable, []);

    /// <summary>The service may take the same request later.</summary>
    public bool IsUnavailable => Status >= HttpStatusCode.InternalServerError;

    /// <summary>The status of a page that cannot be shown because of this: come back in a moment, or there is nothing here.</summary>
    public int PageStatus => (int)(IsUnavailable ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NotFound);

    /// <summary>The type without its prefix, such as <c>captcha-wrong</c>: the last part of a text's key.</summary>
    public string Slug => Type.StartsWith(ProblemTypes.Prefix, StringComparison.Ordinal) ? Type[ProblemTypes.Prefix.Length..] : Type;

    public static ApiProblem Read(HttpStatusCode status, JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } problem)
            return new(status, $"{(int)status}", []);
        var errors = problem.TryGetProperty("errors", out var found) && found.ValueKind == JsonValueKind.Object
            ? found.EnumerateObject().Select(x => x.Name)
            : [];
        return new(status, Text(problem, "type") ?? "", [.. errors], problem);
    }

    /// <summary>A member of this kind of problem that is a text; null when it has none.</summary>
    public string? Member(string name) => Members is { } problem ? Text(problem, name) : null;

    static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
