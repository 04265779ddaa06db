namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The mail server was tested often within a short time; the header <c>Retry-After</c> says when the next test may be.</summary>
    public const string TooManyMailTests = Prefix + "too-many-mail-tests";
}
