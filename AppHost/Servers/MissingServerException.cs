namespace Helpdesk.AppHost.Servers;

/// <summary>A server's programs are not installed; the message says in one sentence what to run.</summary>
public sealed class MissingServerException : Exception
{
    /// <inheritdoc/>
    public MissingServerException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public MissingServerException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public MissingServerException()
    {
    }
}
