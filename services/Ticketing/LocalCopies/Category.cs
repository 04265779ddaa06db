using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>A category as Assignment told it.</summary>
sealed class Category
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Title { get; init; }
    public required Guid AreaId { get; init; }
    public required string AreaName { get; init; }
    public required TicketPriority Priority { get; init; }
    public required bool Retired { get; init; }
}
