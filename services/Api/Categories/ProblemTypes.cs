namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>Another category has this title, or one that reads the same.</summary>
    public const string CategoryTitleTaken = Prefix + "category-title-taken";

    /// <summary>Tickets were filed under the category, so it cannot be deleted.</summary>
    public const string CategoryInUse = Prefix + "category-in-use";
}
