namespace Helpdesk.Assignment.Assigning;

/// <summary>Stable words for what keeps a ticket waiting, besides the cause of a choice that is about to be made.</summary>
static class WaitingReasons
{
    public const string NoAgents = "no-agents";
    public const string NobodyAvailable = "nobody-available";
    /// <summary>Every agent of the area gave it back.</summary>
    public const string GaveItBack = IneligibilityReasons.GaveItBack;
    /// <summary>Who would be free for it is its customer.</summary>
    public const string Customer = IneligibilityReasons.Customer;
    public const string UnknownArea = "unknown-area";
    /// <summary>The area's tickets are given by dispatchers.</summary>
    public const string Manual = "manual";
    /// <summary>A dispatcher took it from its agent.</summary>
    public const string Unassigned = "unassigned";
    /// <summary>Others came first, and are about to get somebody.</summary>
    public const string InLine = "in-line";

    /// <summary>Waiting alone will not find it an agent, so the dispatchers are told at once.</summary>
    public static bool NeedsDispatcher(string because) => because is NoAgents or GaveItBack or Customer or UnknownArea or Manual;
}
