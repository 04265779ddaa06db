using Helpdesk.Contracts;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends the link, when there is an account to send it for.</summary>
sealed class AnswerForgottenPassword(AccountsDbContext db, LinkOffice office, ILookupNormalizer normalizer, TimeProvider time) : IConsumer<PasswordForgotten>
{
    public async Task Consume(ConsumeContext<PasswordForgotten> context)
    {
        var (now, stop) = (time.GetUtcNow(), context.CancellationToken);
        var email = normalizer.NormalizeEmail(context.Message.Email);
        if (!await db.SpendMailAsync(LinkPurpose.PasswordReset, email, now, stop))
            return;
        // Locked: an administrator may send one at the same moment, and one of the two must be the newer.
        if (await db.Users.FromSql($"select * from account where normalized_email = {email} for update").SingleOrDefaultAsync(stop) is not { SuspendedAt: null } account)
            return;

        var (link, token) = await office.IssueAsync(LinkPurpose.PasswordReset, account.AsPerson(), stop);
        await context.Publish(new PasswordResetRequested { To = link.AsPerson(), LinkToken = token, ExpiresAt = link.ExpiresAt, RequestedAt = link.IssuedAt }, stop);
    }
}
