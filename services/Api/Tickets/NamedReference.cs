namespace Helpdesk.Api.Tickets;

/// <summary>Something with a name, such as a category or an agent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as the reader may see it.</param>
public sealed record NamedReference(Guid Id, string Name);
