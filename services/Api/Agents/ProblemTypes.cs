namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>Only the agent and dispatchers may say whether the agent is there.</summary>
    public const string NotYourself = Prefix + "not-yourself";

    /// <summary>The account does not hold the role of an agent.</summary>
    public const string NotAnAgent = Prefix + "not-an-agent";
}
