namespace Helpdesk.Notification.Preferences;

/// <summary>What there is to choose, for whom, and what holds until he chooses. Each mail that is on by itself concerns its reader in person; what concerns everybody is off or gathered.</summary>
sealed record PreferenceOption(NotificationKind Kind, DeliveryMode DefaultMode, DeliveryMode[] Choices, string[] Roles)
{
    static readonly DeliveryMode[] AllModes = [DeliveryMode.AtOnce, DeliveryMode.Digest, DeliveryMode.Never];
    static readonly string[] Staff = [ServiceDefaults.Authentication.Roles.Agent, ServiceDefaults.Authentication.Roles.Dispatcher, ServiceDefaults.Authentication.Roles.Admin];

    public static IReadOnlyList<PreferenceOption> All { get; } =
    [
        new(NotificationKind.NewTicket, DeliveryMode.Never, AllModes, Staff),
        new(NotificationKind.TicketAssigned, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.CustomerReplied, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.CommentAdded, DeliveryMode.AtOnce, AllModes, Staff),
        new(NotificationKind.AwaitsDispatcher, DeliveryMode.Digest, AllModes, [ServiceDefaults.Authentication.Roles.Dispatcher, ServiceDefaults.Authentication.Roles.Admin]),
        // A digest leads to the staff's pages.
        new(NotificationKind.StatusChanged, DeliveryMode.AtOnce, [DeliveryMode.AtOnce, DeliveryMode.Never], [ServiceDefaults.Authentication.Roles.Customer, .. Staff]),
    ];

    public static PreferenceOption Of(NotificationKind kind) => All.Single(x => x.Kind == kind);

    public bool IsFor(Func<string, bool> hasRole) => Roles.Any(hasRole);
}
