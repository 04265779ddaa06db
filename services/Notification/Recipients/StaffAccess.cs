using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Preferences;
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
    static readonly string[] Working = [AccountRoles.Admin, AccountRoles.Dispatcher, AccountRoles.Agent];

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
    public static async Task<StaffAccess> LoadAsync(
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

    /// <summary>Whether this person must not be told of that ticket.</summary>
    /// <param name="person">The account.</param>
    /// <param name="number">The ticket.</param>
    /// <param name="kind">What kind of notification it is; null for one that nobody chooses.</param>
    /// <param name="cause">Why not; null when they may be told.</param>
    public bool IsDenied(Guid person, string number, NotificationKind? kind, [NotNullWhen(true)] out DeliveryCause? cause) => IsDenied(
        person, _accounts.GetValueOrDefault(person), _areas.GetValueOrDefault(person) ?? [], _tickets.GetValueOrDefault(number), kind,
        _see, out cause);

    internal static bool IsDenied(
        Guid person, Account? account, Guid[] areas, Ticket? ticket, NotificationKind? kind, AgentsSee see,
        [NotNullWhen(true)] out DeliveryCause? cause)
    {
        cause = account is { Active: false } ? DeliveryCause.Disabled
            : Sees(person, account, areas, ticket, kind, see) ? null
            : DeliveryCause.NoAccess;
        return cause is not null;
    }

    static bool Sees(Guid person, Account? account, Guid[] areas, Ticket? ticket, NotificationKind? kind, AgentsSee see)
    {
        // An account that was not heard of yet is what the ticket says of it.
        if (account is null)
            return ticket?.AssigneeId == person;
        var meant = kind is { } known ? PreferenceOption.Of(known).ForRoles : Working;
        if (!account.Roles.Any(x => Working.Contains(x) && meant.Contains(x)))
            return false;
        if (account.Roles.Any(x => x is AccountRoles.Admin or AccountRoles.Dispatcher) || see == AgentsSee.Everything)
            return true;
        return ticket is not null && (ticket.AssigneeId == person || (see == AgentsSee.TheirAreas && areas.Contains(ticket.AreaId)));
    }

    public static string Explain(DeliveryCause cause) => cause == DeliveryCause.Disabled
        ? "The recipient's account is disabled."
        : "The recipient may not see that ticket, or no longer holds a role that this mail is for.";
}
