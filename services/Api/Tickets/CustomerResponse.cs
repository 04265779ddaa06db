namespace Helpdesk.Api.Tickets;

/// <summary>Whom a ticket is for.</summary>
/// <param name="Id">For staff: the account, once it is known that the address is theirs.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Where answers go.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record CustomerResponse(Guid? Id, string Name, string Email, string Language);
