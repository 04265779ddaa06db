using System.Globalization;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>
/// The versions of <c>If-Match</c>: whoever sends what they saw changes nothing that somebody else has changed meanwhile. One is enough
/// to be the present one; a weak one counts as a strong one, for a version says the same either way.
/// </summary>
public sealed class IfMatchHeader
{
    readonly string[] _tags;

    IfMatchHeader(string[] tags) => _tags = tags;

    /// <summary>The newest version that was seen; -1 when none of them is a version at all.</summary>
    public long Newest => _tags.Select(Version).Max();

    /// <summary>Whether the present version was seen.</summary>
    /// <param name="version">The present one.</param>
    public bool Matches(long version) => _tags.Contains(Tag(version));

    /// <summary>What the caller saw; null when the request does not say, or says that any version will do.</summary>
    /// <param name="request">The request with its <c>If-Match</c>.</param>
    /// <exception cref="InvalidIfMatchException">It says something that is no list of versions; answered with 400.</exception>
    public static IfMatchHeader? Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags) || tags.Count == 0)
            throw new InvalidIfMatchException();
        var any = tags.Count(x => x.Tag == "*");
        if (any > 0)
            return any == tags.Count && any == 1 ? null : throw new InvalidIfMatchException();
        return new([.. tags.Select(x => x.Tag.Value!)]);
    }

    /// <summary>Tells the version that the answer shows, as <c>ETag</c>.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="version">Counts the changes of what is shown.</param>
    public static void WriteETag(HttpResponse response, long version) => response.Headers.ETag = Tag(version);

    /// <summary>412: somebody changed it after the caller had looked.</summary>
    /// <param name="what">What it is, such as <c>ticket</c>.</param>
    /// <param name="version">Its version now.</param>
    /// <param name="changes">Who changed what since then, the latest first.</param>
    public static Refusal ChangedMeanwhile<T>(string what, long version, IReadOnlyList<T> changes) => new(
        ProblemTypes.ChangedMeanwhile,
        $"Somebody changed this {what} after you had opened it. Look at what changed, then repeat what you meant to do.",
        StatusCodes.Status412PreconditionFailed)
    {
        More = new Dictionary<string, object?> { ["version"] = version, ["changes"] = changes },
    };

    static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    static long Version(string tag) =>
        long.TryParse(tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
