namespace Helpdesk.Portal.Opening;

/// <summary>What a ticket can be about.</summary>
public sealed record Category(Guid Id, string Title, string Description, Guid AreaId, string AreaName);
