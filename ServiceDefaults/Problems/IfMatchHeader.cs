using System.Globalization;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>
/// The versions in <c>If-Match</c>: optimistic concurrency for callers who send the <c>ETag</c> they read. It matches when one of them is
/// the current version; weak tags count as strong ones.
/// </summary>
public sealed class IfMatchHeader
{
    readonly string[] _tags;

    IfMatchHeader(string[] tags) => _tags = tags;

    /// <summary>The newest version in it; -1 when none is a version at all.</summary>
    public long Newest => _tags.Select(Version).Max();

    /// <summary>Whether it names the current version.</summary>
    /// <param name="version">The current version.</param>
    public bool Matches(long version) => _tags.Contains(Tag(version));

    /// <summary>The header's versions; null when it is missing, or <c>*</c>.</summary>
    /// <param name="request">The request with its <c>If-Match</c>.</param>
    /// <exception cref="InvalidIfMatchException">It is no list of entity tags; answered with 400.</exception>
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

    /// <summary>Writes a version as <c>ETag</c>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="version">The version of what it shows.</param>
    public static void WriteETag(HttpResponse response, long version) => response.Headers.ETag = Tag(version);

    /// <summary>412: somebody changed it after the caller had read it.</summary>
    /// <param name="what">What it is, such as <c>ticket</c>.</param>
    /// <param name="version">Its current version.</param>
    /// <param name="changes">Who changed what since then, latest first.</param>
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
