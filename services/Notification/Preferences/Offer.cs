namespace Helpdesk.Notification.Preferences;

/// <summary>What there is to choose, for whom, and what holds until he chooses. Each mail that is on by itself concerns its reader in person; what concerns everybody is off or gathered.</summary>
sealed record Offer(NewsKind Kind, Manner Preset, Manner[] Choices, string[] Roles)
{
    static readonly Manner[] All = [Manner.AtOnce, Manner.Digest, Manner.Never];
    static readonly string[] Staff = [ServiceDefaults.Authentication.Roles.Agent, ServiceDefaults.Authentication.Roles.Dispatcher, ServiceDefaults.Authentication.Roles.Admin];

    public static IReadOnlyList<Offer> Everything { get; } =
    [
        new(NewsKind.NewTicket, Manner.Never, All, Staff),
        new(NewsKind.TicketAssigned, Manner.AtOnce, All, Staff),
        new(NewsKind.CustomerReplied, Manner.AtOnce, All, Staff),
        new(NewsKind.CommentAdded, Manner.AtOnce, All, Staff),
        new(NewsKind.AwaitsDispatcher, Manner.Digest, All, [ServiceDefaults.Authentication.Roles.Dispatcher, ServiceDefaults.Authentication.Roles.Admin]),
        // A digest leads to the staff's pages.
        new(NewsKind.StatusChanged, Manner.AtOnce, [Manner.AtOnce, Manner.Never], [ServiceDefaults.Authentication.Roles.Customer, .. Staff]),
    ];

    public static Offer Of(NewsKind kind) => Everything.Single(x => x.Kind == kind);

    public bool IsFor(Func<string, bool> hasRole) => Roles.Any(hasRole);
}
