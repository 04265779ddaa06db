namespace Helpdesk.Assignment.Assigning;

/// <summary>Stable words for what keeps an agent from being chosen.</summary>
static class IneligibilityReasons
{
    public const string Disabled = "disabled";
    public const string NotAnAgent = "not-an-agent";
    /// <summary>It is their own ticket.</summary>
    public const string Customer = "customer";
    public const string Away = "away";
    public const string AtCapacity = "at-capacity";
    public const string GaveItBack = "gave-it-back";
    public const string HandedItBack = "handed-it-back";
}
