using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends a link to the address that somebody wants to use, or tells its owner when it is another's.</summary>
sealed class AnswerEmailChange(AccountsDbContext db, LinkOffice office, ILookupNormalizer normalizer, TimeProvider time) : IConsumer<EmailWanted>
{
    public async Task Consume(ConsumeContext<EmailWanted> context)
    {
        var (wanted, now, stop) = (context.Message, time.GetUtcNow(), context.CancellationToken);
        var email = normalizer.NormalizeEmail(wanted.Email);
        if (!await db.SpendMailAsync(LinkPurpose.EmailChange, wanted.AccountId, now, stop) || !await db.SpendMailAsync(LinkPurpose.EmailChange, email, now, stop))
            return;
        if (await db.LockAccountAsync(wanted.AccountId, stop) is not { SuspendedAt: null } account)
            return;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.NormalizedEmail == email && x.Id != account.Id, stop) is { } owner)
        {
            if (owner.SuspendedAt is null)
                await context.Publish(new RegistrationRepeated { To = owner.AsPerson(), RequestedAt = now }, stop);
            return;
        }

        var (link, token) = await office.IssueAsync(LinkPurpose.EmailChange, account.AsPerson() with { Email = wanted.Email }, stop);
        await context.Publish(new EmailConfirmationRequested { To = link.AsPerson(), LinkToken = token, ExpiresAt = link.ExpiresAt, RequestedAt = link.IssuedAt }, stop);
    }
}
