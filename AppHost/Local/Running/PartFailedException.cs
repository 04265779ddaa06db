namespace Helpdesk.AppHost.Local.Running;

/// <summary>The installation cannot start; the message is the sentence for the person at the terminal.</summary>
public sealed class PartFailedException : Exception
{
    /// <inheritdoc/>
    public PartFailedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public PartFailedException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public PartFailedException()
    {
    }
}
