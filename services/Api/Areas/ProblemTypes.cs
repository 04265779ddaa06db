namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>Another area has this name, or one that reads the same.</summary>
    public const string AreaNameTaken = Prefix + "area-name-taken";

    /// <summary>The area cannot be retired or deleted while something needs it.</summary>
    public const string AreaInUse = Prefix + "area-in-use";
}
