using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>Whoever sends the version that he saw in <c>If-Match</c> changes nothing that somebody else has changed meanwhile.</summary>
public static class SeenVersion
{
    /// <summary>The version that the caller saw; null when he does not say, and a version that never was when it cannot be read.</summary>
    /// <param name="request">The request with its <c>If-Match</c>.</param>
    public static long? Of(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
            return null;
        return long.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    /// <summary>Tells the version that the answer shows, as <c>ETag</c>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="version">Counts the changes of what is shown.</param>
    public static void Tell(HttpResponse response, long version) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>412: somebody changed it after the caller had looked.</summary>
    /// <param name="what">What it is, such as <c>ticket</c>.</param>
    /// <param name="version">Its version now.</param>
    /// <param name="changes">Who changed what since then, the latest first.</param>
    public static ProblemHttpResult Changed<T>(string what, long version, IReadOnlyList<T> changes) => Problem.Of(
        StatusCodes.Status412PreconditionFailed, "changed-meanwhile", $"Somebody changed this {what} after you had opened it. Look at what changed, then repeat what you meant to do.",
        new Dictionary<string, object?> { ["version"] = version, ["changes"] = changes });
}
