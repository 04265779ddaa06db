using Helpdesk.Contracts;

namespace Helpdesk.Api.Categories;

/// <summary>A category as it stands.</summary>
/// <param name="Id">The category.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is for; empty when nothing was said.</param>
/// <param name="AreaId">Who is responsible.</param>
/// <param name="AreaName">Name of that area.</param>
/// <param name="Priority">Priority of its tickets.</param>
/// <param name="Retired">Takes no new tickets.</param>
/// <param name="Version">Counts the changes; the same as the ETag.</param>
public sealed record CategoryResponse(
    Guid Id, string Title, string Description, Guid AreaId, string AreaName, TicketPriority Priority, bool Retired, long Version);
