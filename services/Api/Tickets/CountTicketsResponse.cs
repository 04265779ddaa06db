namespace Helpdesk.Api.Tickets;

/// <summary>How many tickets the caller finds in each view.</summary>
/// <param name="Open">What is not closed.</param>
/// <param name="Mine">Of the open ones, the caller's own.</param>
/// <param name="Unassigned">Of the open ones, nobody's.</param>
/// <param name="Waiting">Of the open ones, those that wait for their customer.</param>
/// <param name="Urgent">Of the open ones, the most urgent.</param>
/// <param name="Closed">Counted up to 1,000: they become ever more, and nobody needs to know exactly.</param>
public sealed record CountTicketsResponse(int Open, int Mine, int Unassigned, int Waiting, int Urgent, int Closed);
