namespace Helpdesk.Ticketing.Model;

/// <summary>What the installation has decided: the settings where they say something, else the host's configuration.</summary>
/// <param name="CloseAfter">Silence of the customer after which the ticket closes.</param>
/// <param name="WarnAfter">Silence after which the customer is warned; shorter.</param>
/// <param name="ReopenWindow">For how long after closing the customer may reopen the ticket.</param>
/// <param name="PurgeAfter">For how long after closing a ticket's files are kept.</param>
/// <param name="AgentsSee">Which tickets an agent sees.</param>
/// <param name="Name">Name of the installation.</param>
/// <param name="Zone">Time zone in which times are shown to a caller who names none.</param>
sealed record Policy(
    TimeSpan CloseAfter, TimeSpan WarnAfter, TimeSpan ReopenWindow, TimeSpan PurgeAfter, AgentsSee AgentsSee, string Name,
    TimeZoneInfo Zone);
