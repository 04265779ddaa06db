namespace Helpdesk.Assignment.Rounds;

/// <summary>Stable words for what makes a choice due.</summary>
static class Causes
{
    public const string Opened = "opened";
    /// <summary>It had ended, is open again, and nobody has it.</summary>
    public const string Reopened = "reopened";
}
