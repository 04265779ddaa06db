using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>Writes the rows of mails about accounts. On a queue of its own: who waits for a link does not stand behind a thousand tickets.</summary>
sealed class EnqueueAccountNotifications(NotificationDbContext db, DeliveryQueue queue, CachedSettings settings) :
    IConsumer<InvitationIssued>, IConsumer<EmailConfirmationRequested>, IConsumer<PasswordResetRequested>,
    IConsumer<RegistrationRepeated>, IConsumer<AccountSecurityChanged>, IConsumer<EmailChangeRequested>
{
    public Task Consume(ConsumeContext<InvitationIssued> context)
    {
        var (told, staff) = (context.Message, context.Message.Roles.Any(IsOfStaff));
        return EnqueueAsync(context, told.To, new InvitationMail { Staff = staff, By = staff ? told.IssuedBy.Name : FirstName.Of(told.IssuedBy.Name), Roles = [.. Roles.All.Where(told.Roles.Contains)], LinkToken = told.LinkToken, ExpiresAt = told.ExpiresAt });
    }

    public async Task Consume(ConsumeContext<EmailConfirmationRequested> context) =>
        await EnqueueAsync(context, context.Message.To, new EmailConfirmationMail { Staff = await IsOfStaffAsync(context.Message.To), LinkToken = context.Message.LinkToken, ExpiresAt = context.Message.ExpiresAt });

    public async Task Consume(ConsumeContext<EmailChangeRequested> context)
    {
        var told = context.Message;
        await EnqueueAsync(context, told.To, new EmailChangeMail
        {
            Staff = await IsOfStaffAsync(told.To),
            CurrentEmail = told.CurrentEmail,
            LinkToken = told.LinkToken,
            ExpiresAt = told.ExpiresAt,
        });
    }

    public async Task Consume(ConsumeContext<PasswordResetRequested> context) =>
        await EnqueueAsync(context, context.Message.To, new PasswordResetMail { Staff = await IsOfStaffAsync(context.Message.To), LinkToken = context.Message.LinkToken, ExpiresAt = context.Message.ExpiresAt });

    public async Task Consume(ConsumeContext<RegistrationRepeated> context) =>
        await EnqueueAsync(context, context.Message.To, new RegistrationRepeatedMail { Staff = await IsOfStaffAsync(context.Message.To), At = context.Message.RequestedAt });

    public async Task Consume(ConsumeContext<AccountSecurityChanged> context) =>
        await EnqueueAsync(context, context.Message.To, new AccountSecurityMail { Staff = await IsOfStaffAsync(context.Message.To), Change = context.Message.Change, At = context.Message.ChangedAt });

    async Task EnqueueAsync(ConsumeContext context, Person to, AccountMail mail) => await queue.EnqueueAsync(context, null, [new(to, mail)], await settings.GetAsync(context.CancellationToken));

    async Task<bool> IsOfStaffAsync(Person person) =>
        person.Id is { } id && await db.Accounts.Where(x => x.Id == id).Select(x => x.Roles).SingleOrDefaultAsync() is { } roles && roles.Any(IsOfStaff);

    static bool IsOfStaff(string role) => role is Roles.Admin or Roles.Dispatcher or Roles.Agent;
}
