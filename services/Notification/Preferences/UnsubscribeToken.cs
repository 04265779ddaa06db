using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Preferences;

/// <summary>What the header of a mail lets its reader turn off without signing in; protected, so that only who got the mail can.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="Kinds">What.</param>
sealed record UnsubscribeToken(Guid AccountId, IReadOnlyList<NotificationKind> Kinds);
