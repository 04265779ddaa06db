namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The mail server was tested too often; the header <c>Retry-After</c> says when it can be tested again.</summary>
    public const string TooManyMailTests = Prefix + "too-many-mail-tests";
}
