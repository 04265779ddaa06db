namespace Helpdesk.Api.Operations;

/// <summary>What becomes of a message that failed.</summary>
public enum FailureState
{
    /// <summary>For somebody to decide.</summary>
    Waiting,
    /// <summary>On its way back to its queue.</summary>
    Returning,
    /// <summary>Back in its queue. When it fails once more, it waits again.</summary>
    Retried,
    /// <summary>Thrown away.</summary>
    Discarded,
}

/// <summary>What was done about a message that failed.</summary>
public enum FailureStep
{
    /// <summary>It was sent back to its queue.</summary>
    Retried,
    /// <summary>It was thrown away.</summary>
    Discarded,
    /// <summary>It could not go back, for its queue is not there any more.</summary>
    QueueWasMissing,
    /// <summary>It could not go back, for the installation's keys do not open it any more.</summary>
    CouldNotBeRead,
}
