using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Ledger;

/// <summary>A mail and whom it is for.</summary>
/// <param name="To">The person.</param>
/// <param name="Mail">What to tell.</param>
/// <param name="Suppressed">Why it is not sent; null when it is.</param>
sealed record Addressed(Person To, Mail Mail, string? Suppressed = null);
