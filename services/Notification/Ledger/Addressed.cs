using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Ledger;

/// <summary>A mail and whom it is for.</summary>
/// <param name="To">The person.</param>
/// <param name="Mail">What to tell.</param>
/// <param name="Own">Whether he did it himself, and is not told.</param>
/// <param name="Preset">How he hears of it unless he chose; null for what its kind is preset to.</param>
/// <param name="ByStranger">Whether somebody caused it who is not signed in, and may have typed another's address.</param>
sealed record Addressed(Person To, Mail Mail, bool Own = false, Manner? Preset = null, bool ByStranger = false);
