namespace Helpdesk.Assignment.Changes;

/// <summary>What administrators configure, and may configure two at once.</summary>
abstract class ConfigurationItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Takes no new tickets.</summary>
    public bool Retired { get; set; }
    /// <summary>A ticket has come here once: from then on it is not deleted any more, only retired.</summary>
    public bool Used { get; private set; }
    /// <summary>Counts the changes.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>All that can be changed, as text by the names of the answers.</summary>
    public abstract IReadOnlyDictionary<string, string?> Fields();

    public void IncrementVersion() => Version++;
}
