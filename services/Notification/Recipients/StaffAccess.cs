using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Preferences;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Whether members of the staff may be told of tickets, by what is known now. Asked when a mail is written down, and once more when it is
/// sent: between the two a ticket may have gone to another area, and a person have lost a role.
/// </summary>
sealed class StaffAccess
{
    static readonly string[] Working = [Roles.Admin, Roles.Dispatcher, Roles.Agent];

    readonly Dictionary<Guid, Account> _accounts;
    readonly Dictionary<Guid, Guid[]> _areas;
    readonly Dictionary<string, Ticket> _tickets;
    readonly AgentsSee _see;

    StaffAccess(Dictionary<Guid, Account> accounts, Dictionary<Guid, Guid[]> areas, Dictionary<string, Ticket> tickets, AgentsSee see) =>
        (_accounts, _areas, _tickets, _see) = (accounts, areas, tickets, see);

    /// <param name="db">The database.</param>
    /// <param name="people">Accounts of those who would be told.</param>
    /// <param name="tickets">Numbers of what they would be told of.</param>
    /// <param name="see">What agents see.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<StaffAccess> ReadAsync(
        NotificationDbContext db, IEnumerable<Guid> people, IEnumerable<string> tickets, AgentsSee see, CancellationToken cancellationToken)
    {
        var (ids, numbers) = (people.Distinct().ToList(), tickets.Distinct().ToList());
        if (ids.Count == 0)
            return new([], [], [], see);
        var accounts = await db.Accounts.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellationToken);
        var areas = await db.AgentAreas.AsNoTracking().Where(x => ids.Contains(x.AgentId))
            .ToDictionaryAsync(x => x.AgentId, x => x.AreaIds, cancellationToken);
        var known = await db.Tickets.AsNoTracking().Where(x => numbers.Contains(x.Number)).ToListAsync(cancellationToken);
        return new(accounts, areas, known.GroupBy(x => x.Number).ToDictionary(x => x.Key, x => x.MaxBy(t => t.Version)!), see);
    }

    /// <summary>Why this person is not told of that ticket; null when they may be.</summary>
    /// <param name="person">The account.</param>
    /// <param name="number">The ticket.</param>
    /// <param name="kind">What kind of news it is; null for one that nobody chooses.</param>
    public DeliveryCause? Refusal(Guid person, string number, NotificationKind? kind) => Refusal(
        person, _accounts.GetValueOrDefault(person), _areas.GetValueOrDefault(person) ?? [], _tickets.GetValueOrDefault(number), kind,
        _see);

    internal static DeliveryCause? Refusal(Guid person, Account? account, Guid[] areas, Ticket? ticket, NotificationKind? kind, AgentsSee see)
    {
        if (account is { Active: false })
            return DeliveryCause.Disabled;
        // An account that was not heard of yet is what the ticket says of it.
        if (account is null)
            return ticket?.AssigneeId == person ? null : DeliveryCause.NoAccess;
        var meant = kind is { } known ? PreferenceOption.Of(known).Roles : Working;
        if (!account.Roles.Any(x => Working.Contains(x) && meant.Contains(x)))
            return DeliveryCause.NoAccess;
        if (account.Roles.Any(x => x is Roles.Admin or Roles.Dispatcher) || see == AgentsSee.Everything)
            return null;
        var sees = ticket is not null && (ticket.AssigneeId == person || (see == AgentsSee.TheirAreas && areas.Contains(ticket.AreaId)));
        return sees ? null : DeliveryCause.NoAccess;
    }

    public static string Explain(DeliveryCause cause) => cause == DeliveryCause.Disabled
        ? "The recipient's account is disabled."
        : "The recipient may not see that ticket, or holds no role any more that this mail is for.";
}
