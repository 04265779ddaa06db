using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Operations.Queues;

/// <summary>Settings, section <c>Operations</c>.</summary>
sealed class OperationsOptions
{
    /// <summary>Milliseconds between two looks at services and queues.</summary>
    [Range(100, 600_000)]
    public int PollInterval { get; set; } = 10_000;
}
