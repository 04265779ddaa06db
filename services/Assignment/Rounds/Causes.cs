namespace Helpdesk.Assignment.Rounds;

/// <summary>Stable words for what makes a choice due.</summary>
static class Causes
{
    public const string Opened = "opened";
    /// <summary>It ended before anybody was chosen, and is open again.</summary>
    public const string Reopened = "reopened";
}
