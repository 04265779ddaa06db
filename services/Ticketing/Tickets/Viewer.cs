namespace Helpdesk.Ticketing.Tickets;

/// <summary>Somebody who looks at tickets, and how far he sees.</summary>
/// <param name="Account">Who.</param>
/// <param name="Staff">Whether he works here.</param>
/// <param name="Everything">Whether he sees every ticket.</param>
/// <param name="Areas">The areas whose tickets he sees beside his own.</param>
sealed record Viewer(Guid? Account, bool Staff, bool Everything, Guid[] Areas);
