namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary><c>If-Match</c> must say which version was seen.</summary>
    public const string VersionMissing = Prefix + "version-missing";
}
