using Helpdesk.Api.Formats;
using Helpdesk.Api.Links;
using Helpdesk.ServiceDefaults.Quotas;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends the link, when there is an account to send it for.</summary>
sealed class SendPasswordResetLink(AccountsDbContext db, OneTimeLinkIssuer issuer, TimeProvider time) : IConsumer<PasswordResetSubmitted>
{
    public async Task Consume(ConsumeContext<PasswordResetSubmitted> context)
    {
        var (now, stop) = (time.GetUtcNow(), context.CancellationToken);
        var email = EmailAddress.CanonicalOf(context.Message.Email);
        // Locked: an administrator may send one at the same moment, and one of the two must be the newer.
        if (await db.Users.FromSql($"select * from account where normalized_email = {email} for update").SingleOrDefaultAsync(stop)
            is not { SuspendedAt: null } account)
            return;
        var usages = await db.ConsumeAllAsync([MailQuotas.OfAccount(LinkPurpose.PasswordReset, account.Id)], now, stop);
        if (!usages.AreAllowed())
            return;

        var (link, token) = await issuer.IssueAsync(LinkPurpose.PasswordReset, account.ToPerson(), usages.EarliestExpiry(), stop);
        await context.Publish(link.ToPasswordResetRequested(token), stop);
    }
}
