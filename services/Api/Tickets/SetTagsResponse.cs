namespace Helpdesk.Api.Tickets;

/// <summary>The tags that the ticket has now.</summary>
/// <param name="Tags">Lower case, in order.</param>
public sealed record SetTagsResponse(IReadOnlyList<string> Tags);
