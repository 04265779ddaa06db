namespace Helpdesk.Portal.Opening;

/// <summary>What Ticketing answers to who opens a ticket.</summary>
sealed record OpenedTicket(string Number, string TrackingSecret);
