using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Ledger;

/// <summary>A mail and whom it is for.</summary>
/// <param name="To">The person.</param>
/// <param name="Mail">What to tell.</param>
/// <param name="IsOwnAction">Whether that person did it, and is not told.</param>
/// <param name="DefaultMode">How they hear of it unless they chose; null for the default of its kind.</param>
/// <param name="ByStranger">Whether somebody caused it who is not signed in, and may have typed another's address.</param>
/// <param name="IsMandatory">
/// Whether it goes out at once whatever was chosen, also to an address that refused: nobody else would hear.
/// </param>
sealed record OutgoingNotification(
    Person To, Mail Mail, bool IsOwnAction = false, DeliveryMode? DefaultMode = null, bool ByStranger = false, bool IsMandatory = false);
