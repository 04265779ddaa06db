namespace Helpdesk.Assignment.Assigning;

/// <summary>Stable words for what makes a choice due.</summary>
static class AssignmentCauses
{
    public const string Opened = "opened";
    /// <summary>It had ended, is open again, and nobody has it.</summary>
    public const string Reopened = "reopened";
    /// <summary>Its agent gave it back.</summary>
    public const string Returned = "returned";
    /// <summary>It was taken from its agent, who was suspended, or went away and had not touched it.</summary>
    public const string HandedBack = "handed-back";
    /// <summary>It came from another area, and nobody has it.</summary>
    public const string Recategorized = "recategorized";
    /// <summary>What was chosen before came to nothing: it had ended, or was in another area, for a while.</summary>
    public const string Overtaken = "overtaken";
}
