namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The link was made up, used or replaced, or its time is over.</summary>
    public const string LinkNotValid = Prefix + "link-not-valid";
}
