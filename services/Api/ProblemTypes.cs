namespace Helpdesk.Api;

/// <summary>
/// The <c>type</c> of each problem that the API answers with (RFC 9457): stable, to be compared whole. Words for people are in
/// <c>detail</c>, and may change.
/// </summary>
public static partial class ProblemTypes
{
    /// <summary>What each of them begins with; the rest is a word in kebab case.</summary>
    public const string Prefix = "urn:helpdesk:problem:";

    /// <summary>Fields are wrong; <c>errors</c> says which and how to put them right.</summary>
    public const string Invalid = Prefix + "invalid";

    /// <summary>Nothing here for this caller, whether it exists or not.</summary>
    public const string NotFound = Prefix + "not-found";

    /// <summary>Nobody is signed in, or no longer.</summary>
    public const string SessionEnded = Prefix + "session-ended";

    /// <summary>The caller's roles do not allow it.</summary>
    public const string NotAllowed = Prefix + "not-allowed";

    /// <summary>Nobody is signed in.</summary>
    public const string NotSignedIn = Prefix + "not-signed-in";

    /// <summary>The address does not take this method.</summary>
    public const string MethodNotAllowed = Prefix + "method-not-allowed";

    /// <summary>Too many requests; the header <c>Retry-After</c> says when to come back.</summary>
    public const string TooManyRequests = Prefix + "too-many-requests";

    /// <summary>The host is at its limit; the header <c>Retry-After</c> says when to come back.</summary>
    public const string Busy = Prefix + "busy";

    /// <summary>Something went wrong that is not the caller's fault.</summary>
    public const string Unexpected = Prefix + "unexpected";

    /// <summary>Somebody else changed it since the version that the request names.</summary>
    public const string ChangedMeanwhile = Prefix + "changed-meanwhile";

    /// <summary>The <c>If-Match</c> header is no version.</summary>
    public const string IfMatchUnreadable = Prefix + "if-match-unreadable";

    /// <summary>The key was used for another request.</summary>
    public const string IdempotencyKeyReused = Prefix + "idempotency-key-reused";

    /// <summary>The request was carried out, and its answer is not kept any more.</summary>
    public const string AnswerNotKnown = Prefix + "answer-not-known";

    /// <summary>The request cannot be read.</summary>
    public const string Malformed = Prefix + "malformed";

    /// <summary>The body is larger than is accepted.</summary>
    public const string TooLarge = Prefix + "too-large";

    /// <summary>The body is of another kind than is accepted.</summary>
    public const string UnsupportedMediaType = Prefix + "unsupported-media-type";

    /// <summary>Out of reach for a moment.</summary>
    public const string Unavailable = Prefix + "unavailable";

    /// <summary>Too many pages listen to live events already.</summary>
    public const string TooManyLiveStreams = Prefix + "too-many-live-streams";
}
