using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>How one ticket has to do with another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketLinkKind>))]
public enum TicketLinkKind
{
    /// <summary>They have to do with each other.</summary>
    RelatesTo,
    /// <summary>The other one can not be solved before this one.</summary>
    Blocks,
    /// <summary>This one says what the other one says already.</summary>
    DuplicateOf,
    /// <summary>This one goes on after the other one was closed for good.</summary>
    FollowUpOf,
    /// <summary>This one was merged into the other one and goes on there.</summary>
    MergedInto,
}
