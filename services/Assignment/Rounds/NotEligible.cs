namespace Helpdesk.Assignment.Rounds;

/// <summary>Stable words for what keeps an agent from being chosen, or a ticket waiting.</summary>
static class NotEligible
{
    public const string Disabled = "disabled";
    public const string NotAnAgent = "not-an-agent";

    public const string NoAgents = "no-agents";
    public const string NobodyAvailable = "nobody-available";
    public const string UnknownArea = "unknown-area";
}
