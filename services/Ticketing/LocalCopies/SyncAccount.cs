using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Assigning;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>
/// Keeps the accounts; an event that was overtaken changes nothing. Who is renamed is renamed on their open tickets too, and who has
/// shown to hold a mailbox gets what was opened with it.
/// </summary>
sealed class SyncAccount(TicketingDbContext db, IPublishEndpoint publish) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var account = context.Message;
        if (!await KeepAsync(account, context.CancellationToken))
            return;
        if (account.Version > 1)
            await RenameAssigneeAsync(account, context.CancellationToken);
        // What a stranger opened with the address of a member of the staff is not that member's own.
        if (account.Active && account.EmailConfirmed && !account.Roles.Except(Account.OfCustomers).Any())
            await ClaimAsync(account, context.CancellationToken);
        await UpdateContactAsync(account, context.CancellationToken);
        if (account.Version > 1 && !(account.Active && account.Roles.Contains(AccountRoles.Agent)))
            await publish.Publish(new SuspendedAgentDue(account.AccountId), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }

    async Task<bool> KeepAsync(AccountChanged account, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
        insert into account (id, version, name, email, canonical_email, language, roles, active, email_confirmed)
        values ({account.AccountId}, {account.Version}, {account.Name}, {account.Email}, {account.CanonicalEmail},
            {account.Language}, {account.Roles.ToArray()}, {account.Active}, {account.EmailConfirmed})
        on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
            canonical_email = excluded.canonical_email, language = excluded.language, roles = excluded.roles, active = excluded.active,
            email_confirmed = excluded.email_confirmed
        where account.version < excluded.version
        """, cancellationToken) > 0;

    Task<int> RenameAssigneeAsync(AccountChanged account, CancellationToken cancellationToken) => db.Tickets
        .Where(x => x.AssigneeId == account.AccountId && x.Status != TicketStatus.Closed)
        .ExecuteUpdateAsync(x => x.SetProperty(t => t.AssigneeName, account.Name).SetProperty(t => t.AssigneeEmail, account.Email)
            .SetProperty(t => t.AssigneeLanguage, account.Language), cancellationToken);

    Task<int> ClaimAsync(AccountChanged account, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        update ticket set customer_id = {account.AccountId}
        where customer_id is null and customer_canonical_email = {account.CanonicalEmail}
        """, cancellationToken);

    // The same as Ticket.UpdateContact, of many at once. A closed one follows when it is reopened.
    Task<int> UpdateContactAsync(AccountChanged account, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
        update ticket set
            typed_name = case when verification is distinct from 'SignedIn' then coalesce(typed_name, customer_name) end,
            typed_email = case when verification is distinct from 'SignedIn' then coalesce(typed_email, customer_email) end,
            typed_language = case when verification is distinct from 'SignedIn' then coalesce(typed_language, language) end,
            customer_name = {account.Name}, customer_email = {account.Email},
            customer_canonical_email = {account.CanonicalEmail}, language = {account.Language}
        from (
            select id from ticket where customer_id = {account.AccountId} and status <> 'Closed'
                and (customer_name, customer_email, language) is distinct from ({account.Name}, {account.Email}, {account.Language})
            order by id for update) locked
        where ticket.id = locked.id
        """, cancellationToken);
}
