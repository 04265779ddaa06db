using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Writes the rows of mails about accounts. On a queue of its own: who waits for a link does not stand behind a thousand tickets.
/// </summary>
sealed class EnqueueAccountNotifications(NotificationDbContext db, DeliveryQueue queue, CachedSettings settings) :
    IConsumer<InvitationIssued>, IConsumer<EmailConfirmationRequested>, IConsumer<PasswordResetRequested>,
    IConsumer<RegistrationRepeated>, IConsumer<AccountSecurityChanged>, IConsumer<EmailChangeRequested>
{
    public Task Consume(ConsumeContext<InvitationIssued> context)
    {
        var e = context.Message;
        var staff = e.Roles.Any(AccountRoles.Staff.Contains);
        return EnqueueAsync(context, e.To, new InvitationMail
        {
            Staff = staff,
            By = staff ? e.IssuedBy.Name : FirstName.Of(e.IssuedBy.Name),
            Roles = [.. AccountRoles.All.Where(e.Roles.Contains)],
            LinkToken = e.LinkToken,
            ExpiresAt = e.ExpiresAt,
        });
    }

    public async Task Consume(ConsumeContext<EmailConfirmationRequested> context)
    {
        var e = context.Message;
        await EnqueueAsync(
            context, e.To,
            new EmailConfirmationMail { Staff = await IsOfStaffAsync(e.To), LinkToken = e.LinkToken, ExpiresAt = e.ExpiresAt });
    }

    public async Task Consume(ConsumeContext<EmailChangeRequested> context)
    {
        var e = context.Message;
        await EnqueueAsync(context, e.To, new EmailChangeMail
        {
            Staff = await IsOfStaffAsync(e.To),
            CurrentEmail = e.CurrentEmail,
            LinkToken = e.LinkToken,
            ExpiresAt = e.ExpiresAt,
        });
    }

    public async Task Consume(ConsumeContext<PasswordResetRequested> context)
    {
        var e = context.Message;
        await EnqueueAsync(
            context, e.To, new PasswordResetMail { Staff = await IsOfStaffAsync(e.To), LinkToken = e.LinkToken, ExpiresAt = e.ExpiresAt });
    }

    public async Task Consume(ConsumeContext<RegistrationRepeated> context)
    {
        var e = context.Message;
        await EnqueueAsync(context, e.To, new RegistrationRepeatedMail { Staff = await IsOfStaffAsync(e.To), At = e.RequestedAt });
    }

    public async Task Consume(ConsumeContext<AccountSecurityChanged> context)
    {
        var e = context.Message;
        await EnqueueAsync(
            context, e.To, new AccountSecurityMail { Staff = await IsOfStaffAsync(e.To), Change = e.Change, At = e.ChangedAt });
    }

    async Task EnqueueAsync(ConsumeContext context, Person to, AccountMail mail) =>
        await queue.EnqueueAsync(context, null, [new(to, mail)], await settings.GetAsync(context.CancellationToken));

    async Task<bool> IsOfStaffAsync(Person person)
    {
        if (person.Id is not { } id)
            return false;
        var roles = await db.Accounts.Where(x => x.Id == id).Select(x => x.Roles).SingleOrDefaultAsync();
        return roles?.Any(AccountRoles.Staff.Contains) == true;
    }
}
