using Helpdesk.Api.Accounts;
using Helpdesk.Api.Preferences;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Preferences;

/// <summary>
/// What there is to choose, for whom, and what holds until they choose. Each mail that is on by default concerns its reader in person; what
/// concerns everybody is off or gathered.
/// </summary>
sealed record PreferenceOption(NotificationKind Kind, DeliveryMode DefaultMode, DeliveryMode[] Choices, string[] ForRoles)
{
    static readonly DeliveryMode[] AllModes = [DeliveryMode.AtOnce, DeliveryMode.Digest, DeliveryMode.Never];
    static readonly string[] Staff = [.. AccountRoles.Staff];

    public static IReadOnlyList<PreferenceOption> All { get; } =
    [
        new(NotificationKind.NewTicket, DeliveryMode.Never, AllModes, Staff),
        new(NotificationKind.TicketAssigned, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.CustomerReplied, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.CommentAdded, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.AwaitsDispatcher, DeliveryMode.Digest, AllModes, [AccountRoles.Dispatcher, AccountRoles.Admin]),
        // A digest leads to the staff's pages.
        new(NotificationKind.StatusChanged, DeliveryMode.AtOnce, [DeliveryMode.AtOnce, DeliveryMode.Never],
            [AccountRoles.Customer, .. Staff]),
    ];

    public static PreferenceOption Of(NotificationKind kind) => All.Single(x => x.Kind == kind);

    public bool IsFor(Func<string, bool> hasRole) => ForRoles.Any(hasRole);
}
