namespace Helpdesk.Api.Tickets;

/// <summary>What the reader may do with the ticket at this moment; pages offer no more than that.</summary>
/// <param name="Reply">Whether they may reply.</param>
/// <param name="Close">Whether they may close it.</param>
/// <param name="Reopen">Whether they may reopen it.</param>
/// <param name="Rate">Whether they may rate the help, or change their rating.</param>
/// <param name="ReplyGoes">Where a reply of theirs would go.</param>
/// <param name="ContinuedIn">Number of the other ticket that a reply would go into, if it is known already.</param>
public sealed record AllowedActions(bool Reply, bool Close, bool Reopen, bool Rate, ReplyDestination ReplyGoes, string? ContinuedIn);
